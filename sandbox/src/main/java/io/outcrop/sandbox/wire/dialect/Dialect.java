package io.outcrop.sandbox.wire.dialect;

import io.outcrop.http.Request;
import io.outcrop.http.Response;
import io.outcrop.json.Json;
import io.outcrop.sandbox.call.Reply;
import io.outcrop.sandbox.wire.descriptor.Operation;
import io.outcrop.sandbox.wire.descriptor.Protocol;
import io.outcrop.sandbox.wire.descriptor.ServiceModel;
import java.util.Map;

/// How one service speaks.
public sealed interface Dialect
    permits RestJson, AwsJson, AwsQuery, Ec2Query, RpcCbor, AnthropicRoutes {
  /// Reads the input of `operation`, and sees that it keeps to the model.
  ///
  /// @param labels the path's labels as they stood on the wire
  Decoding decode(Operation operation, Request request, Map<String, String> labels);

  /// The success of `operation`.
  Response output(Operation operation, Json.Obj output, String requestId);

  /// The success of `operation` as a stream, which is closed when it ends or the client leaves.
  Response events(Operation operation, Reply.Events events, String requestId);

  /// An error.
  Response fault(Reply.Fault fault, String requestId);

  /// The dialect of `model` in `protocol`, which is one of its own.
  static Dialect of(ServiceModel model, Protocol protocol) {
    return switch (protocol) {
      case REST_JSON -> new RestJson(model);
      case JSON_1_0 -> new AwsJson(model, "application/x-amz-json-1.0");
      case JSON_1_1 -> new AwsJson(model, "application/x-amz-json-1.1");
      case QUERY -> new AwsQuery(model);
      case EC2 -> new Ec2Query(model);
      case RPC_CBOR -> new RpcCbor(model);
      case ANTHROPIC -> new AnthropicRoutes(model);
    };
  }
}
