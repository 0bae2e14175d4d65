package io.outcrop.sandbox.call;

import io.outcrop.json.Json;
import io.outcrop.sandbox.realm.Severance;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/// What is answered.
public sealed interface Reply {
  /// The modelled output; becomes JSON or XML as the service speaks, with the operation's own
  /// status.
  record Output(Json.Obj output) implements Reply {}

  /// A body as it is, with its content type and further headers.
  record Payload(String contentType, String body, Map<String, String> headers) implements Reply {
    public Payload {
      headers = Map.copyOf(headers);
    }
  }

  /// An event stream. Events are pulled one at a time, each may make the reader wait; closing stops
  /// it.
  record Events(Stream stream, Map<String, String> headers) implements Reply {
    public Events {
      headers = Map.copyOf(headers);
    }
  }

  /// Events to be sent.
  interface Stream extends Iterator<Event>, AutoCloseable {
    @Override
    void close();
  }

  /// One frame of an event stream: `messageStart`, `chunk`; or an exception that ends it.
  record Event(boolean exception, String type, Json.Obj payload) {}

  /// The connection ends before the answer does: after `begun`, or before anything is answered if
  /// that is empty.
  ///
  /// @param begun the answer as far as it comes; at most one
  /// @param manner how the connection ends
  record Severed(List<Events> begun, Severance manner) implements Reply {
    public Severed {
      begun = List.copyOf(begun);
    }
  }

  /// An error.
  ///
  /// @param status the HTTP status; 0 for the one that the service's model gives this error
  /// @param code the exception's name as JSON services say it: `AccessDeniedException`. Query
  ///   services' names (`AccessDenied`) are the service's own business
  /// @param message AWS's sentence
  /// @param fromFrontDoor whether the authentication and authorisation layer says it: its envelope
  ///   spells `Message` with a capital
  /// @param details what else the error has, by its modelled names: `Reason`, `resourceName`
  record Fault(int status, String code, String message, boolean fromFrontDoor, Json.Obj details)
      implements Reply {
    /// An error that has a message and nothing else.
    public Fault(int status, String code, String message, boolean fromFrontDoor) {
      this(status, code, message, fromFrontDoor, Json.object());
    }

    /// This error with one member more.
    public Fault with(String member, Json value) {
      return new Fault(status, code, message, fromFrontDoor, details.with(member, value));
    }
  }
}
