package io.outcrop.sandbox.junit;

import io.outcrop.sandbox.Sandbox;
import io.outcrop.sandbox.world.World;
import io.outcrop.sandbox.world.WorldReading;
import io.outcrop.sandbox.world.Worlds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Starts the sandbox of [SandboxWorld] when a test first asks for it. JUnit closes it with the
/// class or the method that wears the annotation.
public final class SandboxExtension implements ParameterResolver {
  private static final ExtensionContext.Namespace OURS =
      ExtensionContext.Namespace.create(SandboxExtension.class);

  private static final List<Class<?>> KNOWN =
      List.of(SandboxClient.class, Sandbox.class, URI.class, InstantSource.class);

  /// The extension; [SandboxWorld] brings it along.
  public SandboxExtension() {}

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return KNOWN.contains(parameter.getParameter().getType());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    var sandbox = sandbox(context);
    var type = parameter.getParameter().getType();
    if (type == URI.class) {
      return sandbox.endpoint();
    }
    if (type == InstantSource.class) {
      return sandbox.clock();
    }
    return type == Sandbox.class ? sandbox : new SandboxClient(sandbox);
  }

  private static Sandbox sandbox(ExtensionContext context) {
    var wearer = wearer(context);
    // A store shows what the ones above it hold, so the key names its wearer.
    var annotation = annotation(wearer).orElseThrow();
    return wearer
        .getStore(OURS)
        .computeIfAbsent(
            wearer.getUniqueId(),
            _ -> TestSandbox.start(world(annotation.value(), context), annotation.clock()),
            TestSandbox.class)
        .sandbox();
  }

  /// The nearest of the test and its classes that wears the annotation.
  private static ExtensionContext wearer(ExtensionContext context) {
    for (Optional<ExtensionContext> here = Optional.of(context);
        here.isPresent();
        here = here.get().getParent()) {
      if (annotation(here.get()).isPresent()) {
        return here.get();
      }
    }
    throw new ExtensionConfigurationException("neither the test nor its class has a @SandboxWorld");
  }

  private static Optional<SandboxWorld> annotation(ExtensionContext context) {
    return context.getElement().map(element -> element.getAnnotation(SandboxWorld.class));
  }

  private static World world(String name, ExtensionContext context) {
    if (Worlds.builtIn().contains(name)) {
      return Worlds.get(name);
    }
    return switch (Worlds.read(text(name, context))) {
      case WorldReading.Read(World world) -> world;
      case WorldReading.Malformed(var problems) ->
          throw new ExtensionConfigurationException("`" + name + "` is no world: " + problems);
    };
  }

  private static String text(String name, ExtensionContext context) {
    var loader = context.getRequiredTestClass().getClassLoader();
    try (var in = loader.getResourceAsStream(name)) {
      if (in != null) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
      if (Files.isRegularFile(Path.of(name))) {
        return Files.readString(Path.of(name));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read `" + name + "`", unreadable);
    }
    throw new ExtensionConfigurationException(
        "there is no built-in world and no file `" + name + "`");
  }
}
