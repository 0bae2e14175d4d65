package io.outcrop.cloud.protocol;

import io.outcrop.cloud.answer.UnreadableAnswerException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// An element of an answer in XML, without attributes and name spaces, which AWS's answers do not
/// need. Immutable.
///
/// @param text what stands in it outside of other elements
public record Xml(String name, String text, List<Xml> children) {
  public Xml {
    children = List.copyOf(children);
  }

  /// Reads a document; entities of its own are not looked at.
  ///
  /// @throws UnreadableAnswerException if it is no XML
  public static Xml read(String document) {
    // Not `newFactory`, which looks through the whole class path for another parser.
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      var reader = factory.createXMLStreamReader(new StringReader(document));
      reader.nextTag();
      return element(reader);
    } catch (XMLStreamException malformed) {
      throw new UnreadableAnswerException("the answer is no XML: " + malformed.getMessage());
    }
  }

  private static Xml element(XMLStreamReader reader) throws XMLStreamException {
    var name = reader.getLocalName();
    var text = new StringBuilder();
    var children = new ArrayList<Xml>();
    while (true) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> children.add(element(reader));
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            text.append(reader.getText());
        case XMLStreamConstants.END_ELEMENT -> {
          return new Xml(name, text.toString(), children);
        }
        default -> {}
      }
    }
  }

  /// The first child of that name.
  public Optional<Xml> child(String name) {
    return children.stream().filter(child -> child.name.equals(name)).findFirst();
  }

  /// The child of that name, or an empty one.
  public Xml in(String name) {
    return child(name).orElseGet(() -> new Xml(name, "", List.of()));
  }

  /// The text of the child of that name; empty if there is none.
  public String text(String name) {
    return in(name).text;
  }

  /// The elements of the list `name`.
  ///
  /// @param element the name of each: `member`, or `item` in EC2's answers
  public Stream<Xml> list(String name, String element) {
    return in(name).children.stream().filter(child -> child.name.equals(element));
  }

  /// The elements of the list `name`.
  public Stream<Xml> list(String name) {
    return list(name, "member");
  }
}
