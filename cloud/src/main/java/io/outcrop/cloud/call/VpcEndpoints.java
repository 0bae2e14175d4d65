package io.outcrop.cloud.call;

import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.sdk.SdkSetup;
import io.outcrop.cloud.sdk.SignedService;
import io.outcrop.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/// The interface endpoints of an account's private networks.
public final class VpcEndpoints {
  private final SignedService service;

  /// EC2 of the region that is called.
  public VpcEndpoints(SdkSetup setup) {
    this.service = setup.signed("ec2", setup.region(), "ec2");
  }

  /// One endpoint.
  ///
  /// @param privateDns whether the service's usual name leads to it
  /// @param policy the document, empty where AWS shows none: then everything is allowed
  public record Endpoint(
      String id, String vpc, boolean privateDns, String state, List<Json.Obj> policy) {
    public Endpoint {
      policy = List.copyOf(policy);
    }
  }

  /// The endpoints of the service `name`: `com.amazonaws.us-east-1.bedrock-runtime`.
  public Answer<List<Endpoint>> of(String name) {
    var form =
        "Action=DescribeVpcEndpoints&Version=2016-11-15&Filter.1.Name=service-name&Filter.1.Value.1="
            + URLEncoder.encode(name, StandardCharsets.UTF_8);
    return service.ask(
        "DescribeVpcEndpoints",
        new SignedService.Request(
            "POST",
            "/",
            Map.of("content-type", "application/x-www-form-urlencoded; charset=utf-8"),
            form),
        response -> read(response.body().asByteArray()));
  }

  private static List<Endpoint> read(byte[] body) {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      var root =
          factory.newDocumentBuilder().parse(new ByteArrayInputStream(body)).getDocumentElement();
      var endpoints = new ArrayList<Endpoint>();
      for (var set : children(root, "vpcEndpointSet")) {
        children(set, "item").forEach(item -> endpoints.add(endpoint(item)));
      }
      return List.copyOf(endpoints);
    } catch (ParserConfigurationException | SAXException | IOException unreadable) {
      throw new UnreadableAnswerException("the answer is no XML: " + unreadable.getMessage());
    }
  }

  private static Endpoint endpoint(Element item) {
    var policy = text(item, "policyDocument");
    return new Endpoint(
        text(item, "vpcEndpointId"),
        text(item, "vpcId"),
        text(item, "privateDnsEnabled").equals("true"),
        text(item, "state"),
        policy.isBlank() ? List.of() : List.of(PolicyDocuments.plain(policy)));
  }

  private static String text(Element parent, String name) {
    return children(parent, name).stream().map(Element::getTextContent).findFirst().orElse("");
  }

  private static List<Element> children(Element parent, String name) {
    var found = new ArrayList<Element>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && element.getTagName().equals(name)) {
        found.add(element);
      }
    }
    return found;
  }
}
