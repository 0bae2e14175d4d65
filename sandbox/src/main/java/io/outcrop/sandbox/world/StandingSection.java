package io.outcrop.sandbox.world;

import static io.outcrop.sandbox.world.RealmWriter.map;
import static io.outcrop.sandbox.world.RealmWriter.members;

import io.outcrop.json.Fields;
import io.outcrop.json.Json;
import io.outcrop.json.Problem;
import io.outcrop.sandbox.realm.Admission;
import io.outcrop.sandbox.realm.Standing;
import io.outcrop.sandbox.realm.UseCase;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Reads and writes `accounts.ID.bedrock`.
final class StandingSection {
  private StandingSection() {}

  static Standing read(Fields fields, List<Problem> problems) {
    return new Standing(
        forms(fields),
        AgreementSection.current(fields),
        fields.objects("pastAgreements", AgreementSection::past),
        entries(fields, "lastUsed", Values::instant),
        entries(
            fields, "tokensPerDay", (quotas, model) -> BigDecimal.valueOf(quotas.whole(model, 0))),
        fields.texts("optedInRegions"),
        QuotaSection.read(fields),
        admission(fields),
        BedrockRegionSection.read(fields, problems));
  }

  private static Map<String, UseCase> forms(Fields fields) {
    var forms = new LinkedHashMap<String, UseCase>();
    form(fields, "useCaseForm").ifPresent(form -> forms.put(UseCase.COMMON, form));
    fields
        .map("useCaseForms", inner -> form(inner, "form"))
        .forEach((region, form) -> form.ifPresent(filed -> forms.put(region, filed)));
    return forms;
  }

  private static Optional<UseCase> form(Fields fields, String name) {
    var filed = Values.optionalInstant(fields, name + "Filed");
    return fields
        .any(name)
        .filter(Json.Obj.class::isInstance)
        .map(form -> new UseCase((Json.Obj) form, filed == null ? Instant.EPOCH : filed));
  }

  private static Admission admission(Fields fields) {
    return new Admission(
        fields.has("block")
            ? Values.word(fields, "block", Admission.Block.class).orElse(Admission.Block.NONE)
            : Admission.Block.NONE,
        fields.texts("grantedModels"),
        entries(fields, "marketplaceRefusals", Values::instant),
        fields.optionalText("marketplaceProblem").orElse(""));
  }

  private static <T> Map<String, T> entries(
      Fields fields, String name, BiFunction<Fields, String, T> read) {
    var result = new LinkedHashMap<String, T>();
    fields
        .object(name)
        .ifPresent(
            entries -> entries.names().forEach(key -> result.put(key, read.apply(entries, key))));
    return result;
  }

  static Json write(Standing standing) {
    var common = standing.forms().get(UseCase.COMMON);
    var others = new LinkedHashMap<>(standing.forms());
    others.remove(UseCase.COMMON);
    var admission = standing.admission();
    return members(
        "useCaseForm", common == null ? null : common.answers(),
        "useCaseFormFiled", common == null ? null : filed(common),
        "useCaseForms",
            others.isEmpty()
                ? null
                : map(others, form -> members("form", form.answers(), "formFiled", filed(form))),
        "agreements", map(standing.agreements(), AgreementSection::write),
        "pastAgreements",
            standing.pastAgreements().isEmpty()
                ? null
                : RealmWriter.array(standing.pastAgreements(), AgreementSection::write),
        "lastUsed", map(standing.lastUsed(), time -> Json.of(time.toString())),
        "tokensPerDay", map(standing.tokensPerDay(), Json::of),
        "optedInRegions", Json.ofTexts(standing.optedIn()),
        "quotas", QuotaSection.write(standing.quotas()),
        "block",
            admission.block() == Admission.Block.NONE ? null : Json.of(admission.block().name()),
        "grantedModels", admission.granted().isEmpty() ? null : Json.ofTexts(admission.granted()),
        "marketplaceRefusals",
            admission.refused().isEmpty()
                ? null
                : map(admission.refused(), time -> Json.of(time.toString())),
        "marketplaceProblem", RealmWriter.text(admission.marketplaceProblem()),
        "regions",
            standing.regions().isEmpty()
                ? null
                : map(standing.regions(), BedrockRegionSection::write));
  }

  private static @Nullable Json filed(UseCase form) {
    return form.filed().equals(Instant.EPOCH) ? null : Json.of(form.filed().toString());
  }
}
