// Says, for each line of standard input (a client side as JSON), which credentials the JavaScript SDK finds, and which region.
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const require = createRequire(process.argv[2] + "/any.js");
const { defaultProvider } = require("@aws-sdk/credential-provider-node");
const { loadSharedConfigFiles } = require("@smithy/shared-ini-file-loader");
const now = Date.parse(process.argv[3]);
Date.now = () => now;
const NOWHERE = "http://127.0.0.1:1";
console.warn = () => {};

const answers = (way) => async () => ({ accessKeyId: way, secretAccessKey: way });

async function way(side) {
  const init = {
    roleAssumer: answers("a role"),
    roleAssumerWithWebIdentity: answers("a token"),
    ...(side.profile ? { profile: side.profile } : {}),
  };
  try {
    const found = await defaultProvider(init)();
    if (["a role", "a token"].includes(found.accessKeyId)) return found.accessKeyId;
    const sources = Object.keys(found.$source ?? {}).join(" ");
    if (sources.includes("CREDENTIALS_ENV_VARS")) return "keys of variables";
    if (sources.includes("CREDENTIALS_PROFILE_PROCESS")) return "a program";
    if (sources.includes("CREDENTIALS_PROFILE_LOGIN")) return "a login";
    return "keys of a profile";
  } catch (error) {
    // it got as far as asking the portal, at an address where nobody answers
    return String(error.message).includes("ECONNREFUSED") ? "a sign-in" : "nothing";
  }
}

async function region(side) {
  if (process.env.AWS_REGION) return process.env.AWS_REGION;
  const { configFile, credentialsFile } = await loadSharedConfigFiles();
  const name = side.profile || process.env.AWS_PROFILE || "default";
  return credentialsFile[name]?.region ?? configFile[name]?.region ?? "";
}

for await (const line of createInterface({ input: process.stdin })) {
  const side = JSON.parse(line);
  for (const name of Object.keys(process.env)) delete process.env[name];
  const nowhere = { AWS_ENDPOINT_URL_SSO: NOWHERE, AWS_ENDPOINT_URL_SSO_OIDC: NOWHERE };
  Object.assign(process.env, side.environment, { HOME: side.home, ...nowhere });
  process.chdir(side.work);
  console.log(JSON.stringify({ way: await way(side), region: await region(side) }));
}
