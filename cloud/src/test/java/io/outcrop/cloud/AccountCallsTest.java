package io.outcrop.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.outcrop.aws.AwsError;
import io.outcrop.cloud.answer.Answer;
import io.outcrop.cloud.call.Iam;
import io.outcrop.cloud.call.IamToolbox;
import io.outcrop.cloud.call.Organizations;
import io.outcrop.cloud.call.PolicyOwner;
import io.outcrop.json.Json;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What an account says of its policies and its organization.
final class AccountCallsTest extends RecordedCalls {
  @Test
  void policyDocumentsAreDecodedAndRead() {
    var document =
        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"a+b"
            + " c\",\"Effect\":\"Allow\",\"Action\":\"bedrock:*\",\"Resource\":\"*\"}]}";
    var encoded = URLEncoder.encode(document, StandardCharsets.UTF_8).replace("+", "%20");
    aws.xml(
        200,
        iam(
            "GetUserPolicy",
            "<UserName>dev</UserName><PolicyName>p</PolicyName><PolicyDocument>"
                + encoded
                + "</PolicyDocument>"));

    var answer = account.iam().inlinePolicy(new PolicyOwner(PolicyOwner.Kind.USER, "dev"), "p");
    assertThat(answer)
        .isInstanceOfSatisfying(
            Answer.Succeeded.class,
            read -> assertThat(read.value().toString()).isEqualTo(document));
    assertThat(aws.asked().getFirst().header("Authorization")).contains("/us-east-1/iam/");
  }

  @Test
  void aDocumentThatIsNoneIsAnAnswerToo() {
    aws.xml(
        200,
        iam(
            "GetUserPolicy",
            "<UserName>dev</UserName><PolicyName>p</PolicyName><PolicyDocument>%7B</PolicyDocument>"));
    assertThat(account.iam().inlinePolicy(new PolicyOwner(PolicyOwner.Kind.USER, "dev"), "p"))
        .isInstanceOfSatisfying(
            Answer.Unreachable.class,
            lost -> assertThat(lost.why()).startsWith("the policy document is not JSON"));
  }

  @Test
  void pagesAreFollowed() {
    aws.xml(
            200,
            iam(
                "ListAttachedRolePolicies",
                "<IsTruncated>true</IsTruncated><Marker>m1</Marker><AttachedPolicies>"
                    + attached("A")
                    + "</AttachedPolicies>"))
        .xml(
            200,
            iam(
                "ListAttachedRolePolicies",
                "<IsTruncated>false</IsTruncated><AttachedPolicies>"
                    + attached("B")
                    + "</AttachedPolicies>"));

    assertThat(account.iam().attachedPolicies(new PolicyOwner(PolicyOwner.Kind.ROLE, "r")))
        .isInstanceOfSatisfying(
            Answer.Succeeded.class,
            read ->
                assertThat(read.value())
                    .isEqualTo(
                        List.of(
                            new Iam.Attached("A", "arn:aws:iam::111122223333:policy/A"),
                            new Iam.Attached("B", "arn:aws:iam::111122223333:policy/B"))));
    assertThat(aws.asked().get(1).body()).contains("Marker=m1");
  }

  @Test
  void whatIsNotThereNeedsNoRemoval() {
    aws.xml(404, iamError("NoSuchEntity", "The role policy with name p cannot be found."))
        .xml(404, iamError("NoSuchEntity", "The role with name r cannot be found."));

    var owner = new PolicyOwner(PolicyOwner.Kind.ROLE, "r");
    assertThat(account.iam().deleteInlinePolicy(owner, "p"))
        .isEqualTo(new Answer.Succeeded<>(true, ID));
    assertThat(account.iam().role("r")).isInstanceOf(Answer.Refused.class);
  }

  @Test
  void putsTheDocumentItWasGiven() {
    aws.xml(200, "<PutUserPolicyResponse/>");
    var document = Json.object().with("Version", Json.of("2012-10-17"));
    assertThat(
            account
                .iam()
                .putInlinePolicy(new PolicyOwner(PolicyOwner.Kind.USER, "dev"), "P", document))
        .isInstanceOf(Answer.Succeeded.class);
    assertThat(URLDecoder.decode(aws.asked().getFirst().body(), StandardCharsets.UTF_8))
        .contains("PolicyDocument={\"Version\":\"2012-10-17\"}");
  }

  @Test
  void levelsComeFromTheRootDown() {
    var guard = "{\"Policies\":[{\"Id\":\"p-1\",\"Name\":\"Guard\"}]}";
    aws.jsonTo("ListPoliciesForTarget", 200, guard)
        .jsonTo("ListPoliciesForTarget", 200, guard)
        .jsonTo("ListParents", 200, "{\"Parents\":[{\"Id\":\"r-1\",\"Type\":\"ROOT\"}]}")
        .jsonTo(
            "DescribePolicy",
            200,
            "{\"Policy\":{\"PolicySummary\":{\"Id\":\"p-1\",\"Arn\":\"arn:p-1\",\"Name\":\"Guard\"},\"Content\":\"{}\"}}");

    var scps = List.of(new Organizations.Policy("p-1", "arn:p-1", "Guard", Json.object()));
    assertThat(account.organizations().levels("111122223333"))
        .isEqualTo(
            new Answer.Succeeded<>(
                List.of(
                    new Organizations.Level("r-1", "ROOT", scps),
                    new Organizations.Level("111122223333", "ACCOUNT", scps)),
                ID));
    assertThat(aws.asked()).hasSize(4);
  }

  @Test
  void theFirstRefusalEndsTheWalk() {
    var refusal =
        "{\"__type\":\"AccessDeniedException\",\"Message\":\"You don't have permissions\"}";
    aws.jsonTo("ListPoliciesForTarget", 200, "{\"Policies\":[]}")
        .jsonTo("ListParents", 400, refusal);
    assertThat(refused(account.organizations().levels("111122223333")))
        .isEqualTo("organizations:ListParents");
    aws.jsonTo("ListPoliciesForTarget", 400, refusal).jsonTo("ListParents", 400, refusal);
    assertThat(refused(account.organizations().levels("111122223333")))
        .isEqualTo("organizations:ListPoliciesForTarget");
  }

  private static String refused(Answer<?> answer) {
    return ((Answer.Refused<?>) answer).operation();
  }

  private static String iam(String operation, String result) {
    return "<%1$sResponse xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"><%1$sResult>%2$s</%1$sResult><ResponseMetadata><RequestId>%3$s</RequestId></ResponseMetadata></%1$sResponse>"
        .formatted(operation, result, ID);
  }

  private static String attached(String name) {
    return "<member><PolicyName>%1$s</PolicyName><PolicyArn>arn:aws:iam::111122223333:policy/%1$s</PolicyArn></member>"
        .formatted(name);
  }

  @Test
  void whatAwsWeighedIsReadPageByPage() {
    aws.json(
            """
            {"requestContext":{},"nextToken":"more","policies":[{"uri":"p-example",
             "type":"SERVICE_CONTROL_POLICY","inline":false,
             "attachedTo":[{"arn":"arn:aws:organizations::111122223333:ou/o-example/ou-example"}]}],
             "evaluations":[{"action":"iam:GetUser","resource":"arn:aws:iam::111122223333:user/a",
             "evaluatedEffect":"EXPLICIT_DENY","matchedPolicies":[{"uri":"p-example",
             "matchedStatements":[{"sid":"NoUsers","evaluatedEffect":"DENY"}]}]}]}
            """)
        .json(
            """
            {"requestContext":{},"policies":[],
             "evaluations":[{"action":"iam:PassRole","resource":"","evaluatedEffect":"ALLOW"}]}
            """);

    assertThat(account.iamToolbox().details("example1a2b"))
        .isEqualTo(
            new Answer.Succeeded<>(
                new IamToolbox.Evaluations(
                    List.of(
                        new IamToolbox.Evaluation(
                            "iam:GetUser",
                            "arn:aws:iam::111122223333:user/a",
                            "EXPLICIT_DENY",
                            List.of(new IamToolbox.Matched("p-example", List.of("NoUsers DENY")))),
                        new IamToolbox.Evaluation("iam:PassRole", "", "ALLOW", List.of())),
                    List.of(
                        new IamToolbox.Policy(
                            "p-example",
                            "SERVICE_CONTROL_POLICY",
                            List.of(
                                "arn:aws:organizations::111122223333:ou/o-example/ou-example")))),
                ID));
    assertThat(aws.asked()).hasSize(2);
    var asked = aws.asked().getFirst();
    assertThat(asked.method()).isEqualTo("GET");
    assertThat(asked.path()).isEqualTo("/authorization-details/example1a2b");
    assertThat(asked.header("Authorization")).contains("/eu-central-1/iam/aws4_request");
  }

  @Test
  void anEvaluationThatIsNotThereYetIsARefusal() {
    aws.json(404, "ResourceNotFoundException", "{\"message\":\"not yet\"}");

    assertThat(account.iamToolbox().details("example1a2b"))
        .isInstanceOfSatisfying(
            Answer.Refused.class,
            refused ->
                assertThat(refused.error())
                    .isEqualTo(new AwsError(404, "ResourceNotFoundException", "not yet", ID)));
  }
}
