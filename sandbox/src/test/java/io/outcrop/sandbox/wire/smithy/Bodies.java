package io.outcrop.sandbox.wire.smithy;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORParser;
import io.outcrop.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Text;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// Whether two bodies say the same.
final class Bodies {
  private Bodies() {}

  static Optional<String> text(String found, String wanted) {
    return found.equals(wanted) ? Optional.empty() : different(found, wanted);
  }

  static Optional<String> json(String found, String wanted) {
    return JsonReader.read(found).equals(JsonReader.read(wanted)) || found.equals(wanted)
        ? Optional.empty()
        : different(found, wanted);
  }

  static Optional<String> xml(String found, String wanted) {
    return text(canonical(comparable(found, wanted)), canonical(wanted));
  }

  static Optional<String> cbor(byte[] found, byte[] wanted) {
    return wanted.length == 0 || found.length == 0
        ? text(found.length + " bytes", wanted.length + " bytes")
        : text(plain(found), plain(wanted));
  }

  /// The namespace of an error, and metadata, are there even where a case does not show them.
  private static String comparable(String found, String wanted) {
    var text = wanted.contains("xmlns=") ? found : found.replaceFirst(" xmlns=\"[^\"]*\"", "");
    return wanted.contains("<ResponseMetadata>")
        ? text
        : text.replaceFirst("<ResponseMetadata>.*</ResponseMetadata>", "");
  }

  private static Optional<String> different(String found, String wanted) {
    return Optional.of("is " + found + ", wanted " + wanted);
  }

  /// The elements in the order of their names, since the order of members means nothing.
  private static String canonical(String xml) {
    try {
      var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
      return canonical(
          builder.parse(new InputSource(new StringReader(xml.strip()))).getDocumentElement());
    } catch (ParserConfigurationException | SAXException | IOException malformed) {
      return "malformed " + malformed.getMessage() + xml;
    }
  }

  private static String canonical(Element element) {
    var text = new StringBuilder();
    var children = new ArrayList<String>();
    if (element.getTagName().equalsIgnoreCase("RequestId")) {
      return "<" + element.getTagName() + ">";
    }
    for (var node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      switch (node) {
        case Element child -> children.add(canonical(child));
        case Text run -> text.append(run.getData());
        default -> {}
      }
    }
    children.sort(Comparator.comparing(child -> child.substring(0, child.indexOf('>'))));
    var attributes = new TreeMap<String, String>();
    for (var i = 0; i < element.getAttributes().getLength(); i++) {
      var attribute = element.getAttributes().item(i);
      attributes.put(attribute.getNodeName(), attribute.getNodeValue());
    }
    return "<%s %s>%s%s"
        .formatted(
            element.getTagName(),
            attributes,
            children.isEmpty() ? text : "",
            String.join("", children));
  }

  private static String plain(byte[] cbor) {
    try (var parser = new CBORFactory().createParser(cbor)) {
      parser.nextToken();
      return plain(parser);
    } catch (IOException malformed) {
      throw new UncheckedIOException(malformed);
    }
  }

  private static String plain(CBORParser parser) throws IOException {
    var tag = parser.getCurrentTag() < 0 ? "" : parser.getCurrentTag() + "(";
    return tag
        + switch (parser.currentToken()) {
          case START_OBJECT -> {
            var members = new TreeMap<String, String>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
              var name = parser.currentName();
              parser.nextToken();
              members.put(name, plain(parser));
            }
            yield members.toString();
          }
          case START_ARRAY -> {
            var elements = new ArrayList<String>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
              elements.add(plain(parser));
            }
            yield elements.toString();
          }
          case VALUE_EMBEDDED_OBJECT ->
              "h'" + Base64.getEncoder().encodeToString(parser.getBinaryValue());
          case VALUE_STRING -> '"' + parser.getText() + '"';
          case VALUE_NUMBER_FLOAT -> Double.toString(parser.getDoubleValue());
          case VALUE_NUMBER_INT ->
              tag.isEmpty() ? parser.getText() : Double.toString(parser.getDoubleValue());
          default -> parser.currentToken().toString();
        };
  }
}
