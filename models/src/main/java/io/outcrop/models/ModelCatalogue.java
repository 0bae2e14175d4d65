package io.outcrop.models;

import io.outcrop.aws.Arn;
import io.outcrop.models.catalogue.LookAlike;
import io.outcrop.models.catalogue.Model;
import io.outcrop.models.catalogue.RegionalFact;
import io.outcrop.models.catalogue.Shipped;
import io.outcrop.models.route.Route;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Every Claude model that is or was on Bedrock. Immutable and safe for many threads.
public final class ModelCatalogue {
  /// The name of the pack beside the jar.
  public static final String PACK = Shipped.PACK;

  private final Supplier<Contents> source;
  private volatile @Nullable Contents contents;

  private ModelCatalogue(Supplier<Contents> source) {
    this.source = source;
  }

  private record Contents(
      String version, List<Model> models, List<LookAlike> lookAlikes, Map<String, Model> byId) {
    static Contents of(String version, List<Model> models, List<LookAlike> lookAlikes) {
      var owners = new HashMap<String, Model>();
      for (var model : models) {
        for (var here : model.byRegion().values()) {
          for (var route : here.routes()) {
            owners.put(route.id(), model);
          }
        }
      }
      models.forEach(model -> owners.put(model.id(), model));
      return new Contents(version, List.copyOf(models), List.copyOf(lookAlikes), owners);
    }
  }

  /// The catalogue that comes with this program. Its resource files are read anew, when something
  /// is first asked of it.
  public static ModelCatalogue shipped() {
    return new ModelCatalogue(() -> {
      var shipped = Shipped.read();
      return Contents.of(shipped.version(), shipped.models(), shipped.lookAlikes());
    });
  }

  /// The resource files as a pack, from which they are read in a twentieth of the time.
  public static byte[] pack() {
    return Shipped.pack();
  }

  /// The version of the shipped catalogue: the date of its newest source.
  public String version() {
    return contents().version();
  }

  /// All models, newest first.
  public List<Model> models() {
    return contents().models();
  }

  /// The model with exactly this id.
  public Optional<Model> find(String modelId) {
    return owner(modelId).filter(model -> model.id().equals(modelId));
  }

  /// The model that `id`, its own or that of a profile, leads to from some region.
  public Optional<Model> owner(String id) {
    return Optional.ofNullable(contents().byId().get(id));
  }

  /// Whether some model is known to be called from `region`.
  public boolean isCalledFrom(String region) {
    return models().stream().anyMatch(model -> model.byRegion().containsKey(region));
  }

  /// This catalogue with `facts` in place of what it says of those models in those regions. A fact
  /// about a model that the catalogue does not know adds it. A fact whose lifecycle has no date at
  /// all leaves the dates as they were, and one that names a profile without destinations leaves
  /// those. Of two facts about one model in one region the later one counts.
  public ModelCatalogue with(List<RegionalFact> facts) {
    if (facts.isEmpty()) {
      return this;
    }
    var merged = RegionalFacts.merge(models(), facts);
    var known = Contents.of(version(), merged, lookAlikes());
    return new ModelCatalogue(() -> known);
  }

  /// Reads `text` as a model id, a profile id, or an ARN of either. Any other ARN stays whole.
  public static ModelReference reference(String text) {
    return Arn.parse(text)
        .filter(arn -> arn.service().equals("bedrock"))
        .filter(arn ->
            switch (arn.resourceType()) {
              case "foundation-model", "inference-profile", "application-inference-profile" -> true;
              default -> false;
            })
        .map(arn -> new ModelReference(text, arn.resourceId(), arn.region(), arn.account()))
        .orElseGet(() -> new ModelReference(text, text, "", ""));
  }

  /// What `text` means when it is called in `region` at `at`. The end of a life wins over the want
  /// of a profile; [Model#in] tells both. An id that exists for another region is `NotInRegion`,
  /// one that exists nowhere is `Unknown`. A model whose known regions have all ended, or all not
  /// begun, is `Ended` or `NotYet` in every region. Dates that nobody knows end nothing: `origin`
  /// then says what is doubtful, as in `catalogue; its end here is not announced`.
  public Resolution resolve(String text, String region, Instant at) {
    return new Resolver(this).resolve(reference(text), region, at);
  }

  /// Routes to what can be called in `region` at `at` in place of `model`: its replacements, else
  /// newer models of its family; best first. Empty if nothing there is alive.
  public List<Route> instead(Model model, String region, Instant at) {
    return new Alternatives(this, region, at).insteadOf(model);
  }

  List<LookAlike> lookAlikes() {
    return contents().lookAlikes();
  }

  private Contents contents() {
    var known = contents;
    if (known == null) {
      known = source.get();
      contents = known;
    }
    return known;
  }
}
