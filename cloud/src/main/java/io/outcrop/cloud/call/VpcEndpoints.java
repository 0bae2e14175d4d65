package io.outcrop.cloud.call;

import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.sdk.SdkSetup;
import io.outcrop.cloud.sdk.SignedService;
import io.outcrop.json.Json;
import io.outcrop.json.JsonWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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
  /// @param owner the account that has made it; empty where AWS does not say
  /// @param privateDns whether the service's usual name leads to it
  /// @param policy the document, empty where AWS shows none: then everything is allowed
  public record Endpoint(
      String id,
      String owner,
      String vpc,
      boolean privateDns,
      String state,
      List<Json.Obj> policy) {
    public Endpoint {
      policy = List.copyOf(policy);
    }
  }

  /// The endpoints of the service `name`: `com.amazonaws.us-east-1.bedrock-runtime`.
  public Answer<List<Endpoint>> of(String name) {
    return described(
        "&Filter.1.Name=service-name&Filter.1.Value.1=" + encoded(name), VpcEndpoints::endpoint);
  }

  /// The endpoint `id`, as a list of one.
  public Answer<List<Endpoint>> withId(String id) {
    return described("&VpcEndpointId.1=" + encoded(id), VpcEndpoints::endpoint);
  }

  /// The tags of the endpoint `id`, as a list of one.
  public Answer<List<Map<String, String>>> tags(String id) {
    return described("&VpcEndpointId.1=" + encoded(id), VpcEndpoints::tags);
  }

  /// Gives the endpoint `id` another policy, in place of the one that it has.
  public Answer<Boolean> setPolicy(String id, Json.Obj document) {
    return modified(id, document, "").map(_ -> true);
  }

  /// Asks whether [#setPolicy] would be let through, and changes nothing. EC2 answers that with a
  /// refusal in either case. Source: EC2 API Reference, "ModifyVpcEndpoint", `DryRun`, read
  /// 2026-11.
  public Answer<Boolean> maySetPolicy(String id, Json.Obj document) {
    return switch (modified(id, document, "&DryRun=true")) {
      case Answer.Refused<String>(var _, var error, var text)
          when error.code().equals("DryRunOperation") ->
          new Answer.Succeeded<>(true, text);
      case Answer<String> answer -> answer.map(_ -> true);
    };
  }

  private <T> Answer<List<T>> described(String which, Function<Element, T> item) {
    return ask(
        "DescribeVpcEndpoints", which, response -> read(response.body().asByteArray(), item));
  }

  private Answer<String> modified(String id, Json.Obj document, String more) {
    var policy = encoded(JsonWriter.compact(document));
    return ask(
        "ModifyVpcEndpoint",
        "&VpcEndpointId=" + encoded(id) + "&PolicyDocument=" + policy + more,
        SignedService.Response::text);
  }

  private <T> Answer<T> ask(
      String operation, String input, Function<SignedService.Response, T> reader) {
    return service.ask(
        operation,
        new SignedService.Request(
            "POST",
            "/",
            Map.of("content-type", "application/x-www-form-urlencoded; charset=utf-8"),
            "Action=" + operation + "&Version=2016-11-15" + input),
        reader);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static <T> List<T> read(byte[] body, Function<Element, T> item) {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      var root =
          factory.newDocumentBuilder().parse(new ByteArrayInputStream(body)).getDocumentElement();
      var endpoints = new ArrayList<T>();
      for (var set : children(root, "vpcEndpointSet")) {
        children(set, "item").forEach(found -> endpoints.add(item.apply(found)));
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
        text(item, "ownerId"),
        text(item, "vpcId"),
        text(item, "privateDnsEnabled").equals("true"),
        text(item, "state"),
        policy.isBlank() ? List.of() : List.of(PolicyDocuments.plain(policy)));
  }

  private static Map<String, String> tags(Element item) {
    var tags = new HashMap<String, String>();
    for (var set : children(item, "tagSet")) {
      children(set, "item").forEach(tag -> tags.put(text(tag, "key"), text(tag, "value")));
    }
    return tags;
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
