// Calls Claude with Anthropic's unmodified SDKs: reads lines `bedrock|mantle|key HOW MODEL`, prints one line of JSON for each.
// Region, credentials and endpoint come from the environment, as in anybody's program.
import { text } from "node:stream/consumers";
import Anthropic from "@anthropic-ai/sdk";
import { AnthropicBedrock, AnthropicBedrockMantle } from "@anthropic-ai/bedrock-sdk";
import { getToken } from "@aws/bedrock-token-generator";

const endpoint = process.env.AWS_ENDPOINT_URL;
const settings = { maxRetries: 0, awsRegion: process.env.AWS_REGION };

async function keyed() {
  const credentials = {
    accessKeyId: process.env.AWS_ACCESS_KEY_ID,
    secretAccessKey: process.env.AWS_SECRET_ACCESS_KEY,
  };
  const apiKey = await getToken({ credentials, region: process.env.AWS_REGION });
  return new Anthropic({ baseURL: `${endpoint}/anthropic`, apiKey, authToken: null, maxRetries: 0 });
}

const doors = {
  bedrock: async () => new AnthropicBedrock({ ...settings, baseURL: endpoint }),
  mantle: async () => new AnthropicBedrockMantle({ ...settings, baseURL: `${endpoint}/anthropic` }),
  key: keyed,
};

const tools = [
  {
    name: "get_weather",
    description: "the weather in a city",
    input_schema: {
      type: "object",
      properties: { city: { type: "string" }, unit: { enum: ["celsius", "fahrenheit"] } },
      required: ["city", "unit"],
    },
  },
];
const hello = { max_tokens: 200, messages: [{ role: "user", content: "Say hello." }] };
const weather = { ...hello, tools, messages: [{ role: "user", content: "What is the weather in Bern?" }] };

const ways = {
  create: (client, model) => client.messages.create({ ...hello, model }),
  stream: (client, model) => client.messages.stream({ ...hello, model }).finalMessage(),
  tools: (client, model) => client.messages.stream({ ...weather, model }).finalMessage(),
  thinking: (client, model) =>
    client.messages.stream({ ...hello, model, thinking: { type: "adaptive", display: "summarized" } }).finalMessage(),
  forced: (client, model) => client.messages.create({ ...weather, model, tool_choice: { type: "any" } }),
  count: (client, model) => client.messages.countTokens({ model, messages: hello.messages }),
};

async function call(door, how, model) {
  try {
    return await ways[how](await doors[door](), model);
  } catch (error) {
    return {
      error: error.constructor.name,
      status: error.status ?? 0,
      type: error.error?.error?.type ?? "",
      message: error.message,
    };
  }
}

for (const line of (await text(process.stdin)).trim().split("\n")) {
  console.log(JSON.stringify(await call(...line.split(" "))));
}
