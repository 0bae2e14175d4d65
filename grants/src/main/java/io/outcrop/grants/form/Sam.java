package io.outcrop.grants.form;

import io.outcrop.grants.document.Fit;
import io.outcrop.grants.document.Holder;
import io.outcrop.grants.document.Limits;
import io.outcrop.grants.document.NamedDocument;
import io.outcrop.grants.document.Target;
import io.outcrop.json.Json;

/// Lines for a function in a template of the Serverless Application Model, which makes them inline
/// policies of the role that it creates for the function. Source: AWS SAM Developer Guide,
/// `AWS::Serverless::Function`, `Policies`.
final class Sam {
  private Sam() {}

  static Rendering of(Handover handover) {
    return switch (handover.target()) {
      case Target.Unattached() -> lines(handover);
      case Target.Attached(var holder) -> of(handover, holder);
      case Target.Inline(var holder) -> of(handover, holder);
    };
  }

  private static Rendering of(Handover handover, Holder holder) {
    return switch (holder.kind()) {
      case ROLE -> lines(handover);
      case USER, GROUP ->
          new Rendering.NotPossible(
              "SAM gives policies to functions, and " + holder + " is none", "cloudformation");
    };
  }

  private static Rendering lines(Handover handover) {
    var role = new Target.Inline(new Holder(Holder.Kind.ROLE, "function"));
    if (Fit.of(handover.documents(), role, Limits.shipped())
        instanceof Fit.TooLong(var characters, var most)) {
      return new Rendering.NotPossible(
          "%d characters are more than the %d that the inline policies of a role may have"
              .formatted(characters, most),
          "cloudformation: managed policies, attached to the function's role");
    }
    var documents = handover.documents().stream().map(NamedDocument::document).toList();
    return new Rendering.Rendered(
        """
        # into the template, under `Properties` of the function that calls Claude; then: sam deploy
        Policies:
        %s\
        """
            .formatted(Yaml.elements(Json.array(documents), 2)),
        "gives the role that SAM makes for the function these permissions",
        "take the lines out of the template again, then: sam deploy\n");
  }
}
