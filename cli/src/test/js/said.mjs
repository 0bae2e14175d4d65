// What a program prints of an error of the AWS SDK for JavaScript. Each line of the input is a call as JSON; each line of
// the output is the text that `console.error` would show, as a JSON text, empty where AWS answered.
import { createInterface } from "node:readline";
import { inspect } from "node:util";
import {
  BedrockRuntimeClient,
  InvokeModelCommand,
  InvokeModelWithResponseStreamCommand,
} from "@aws-sdk/client-bedrock-runtime";

const body = JSON.stringify({
  anthropic_version: "bedrock-2023-05-31",
  max_tokens: 60,
  messages: [{ role: "user", content: "Hello" }],
});

async function said(call) {
  const credentials = call.key && {
    accessKeyId: call.key,
    secretAccessKey: call.secret,
    sessionToken: call.token || undefined,
  };
  const client = new BedrockRuntimeClient({
    region: call.region,
    endpoint: call.endpoint,
    maxAttempts: 1,
    ...(credentials ? { credentials } : {}),
  });
  const input = { modelId: call.model, contentType: "application/json", body };
  try {
    if (call.way === "stream") {
      const answer = await client.send(new InvokeModelWithResponseStreamCommand(input));
      for await (const _ of answer.body);
    } else {
      await client.send(new InvokeModelCommand(input));
    }
    return "";
  } catch (error) {
    return inspect(error);
  } finally {
    client.destroy();
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(await said(JSON.parse(line))));
}
