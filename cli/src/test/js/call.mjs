// Calls a model with the unmodified AWS SDK for JavaScript: `node call.mjs invoke|stream|converse|converse-stream MODEL`.
// Region, credentials and endpoint come from the environment, as in anybody's program. Prints one line of JSON.
import {
  BedrockRuntimeClient,
  ConverseCommand,
  ConverseStreamCommand,
  InvokeModelCommand,
  InvokeModelWithResponseStreamCommand,
} from "@aws-sdk/client-bedrock-runtime";

const [how, modelId] = process.argv.slice(2);
const client = new BedrockRuntimeClient({ maxAttempts: 1 });
const body = JSON.stringify({
  anthropic_version: "bedrock-2023-05-31",
  max_tokens: 64,
  messages: [{ role: "user", content: "Say hello." }],
});
const messages = [{ role: "user", content: [{ text: "Say hello." }] }];
const inferenceConfig = { maxTokens: 64 };

async function invoke() {
  const answer = await client.send(new InvokeModelCommand({ modelId, contentType: "application/json", body }));
  return JSON.parse(new TextDecoder().decode(answer.body)).content[0].text;
}

async function stream() {
  const answer = await client.send(
    new InvokeModelWithResponseStreamCommand({ modelId, contentType: "application/json", body }),
  );
  let text = "";
  let last = "";
  for await (const event of answer.body) {
    const said = JSON.parse(new TextDecoder().decode(event.chunk.bytes));
    text += said.delta?.text ?? "";
    last = said.type;
  }
  if (last !== "message_stop") throw new Error(`the stream ended with ${last}`);
  return text;
}

async function converse() {
  const answer = await client.send(new ConverseCommand({ modelId, messages, inferenceConfig }));
  return answer.output.message.content[0].text;
}

async function converseStream() {
  const answer = await client.send(new ConverseStreamCommand({ modelId, messages, inferenceConfig }));
  let text = "";
  for await (const event of answer.stream) text += event.contentBlockDelta?.delta?.text ?? "";
  return text;
}

try {
  const ways = { invoke, stream, converse, "converse-stream": converseStream };
  console.log(JSON.stringify({ text: await ways[how]() }));
} catch (error) {
  console.log(
    JSON.stringify({ error: error.name, status: error.$metadata?.httpStatusCode ?? 0, message: error.message }),
  );
}
