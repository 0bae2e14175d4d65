package io.outcrop.iam.suite;

import io.outcrop.iam.request.Knowledge;
import io.outcrop.iam.request.Knowledge.Doubt;
import io.outcrop.json.Fields;

/// Reads how much a case knows of its request: all of it, or, in mode `partial`, nothing but the
/// keys that `knowledge` lists. A key written `/prefix/.*/` stands for all that begin so.
final class KnowledgeReader {
  private static final String ANY = ".*/";

  private final Fields fields;
  private final String mode;

  KnowledgeReader(Fields fields, String mode) {
    this.fields = fields;
    this.mode = mode;
  }

  Knowledge read() {
    var partial = mode.equals("partial");
    if (!partial && !mode.equals("strict")) {
      fields.problem("mode", "found `" + mode + "`, expected `strict` or `partial`");
    }
    var knowledge = partial ? Knowledge.NONE : Knowledge.COMPLETE;
    for (var one : fields.objects("knowledge", KnowledgeReader::known)) {
      knowledge = knowledge.with(one.key, one.doubt);
    }
    return knowledge;
  }

  private record Known(String key, Doubt doubt) {}

  private static Known known(Fields known) {
    var presence = known.flag("presenceKnown", false);
    var value = known.flag("valueKnown", false);
    var doubt = presence ? value ? Doubt.NONE : Doubt.VALUE : value ? Doubt.PRESENCE : Doubt.BOTH;
    return new Known(key(known.text("key")), doubt);
  }

  private static String key(String written) {
    return written.startsWith("/") && written.endsWith(ANY)
        ? written.substring(1, written.length() - ANY.length()) + "*"
        : written;
  }
}
