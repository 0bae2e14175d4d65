package io.outcrop.sandbox.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/// Lets tests run against a sandbox of their own: on a class one for all its tests, on a method one
/// for that test alone. Each has a free port and a folder of its own, so tests may run in parallel;
/// all of it is gone when the tests are.
///
/// Constructors, tests and life-cycle methods get what they ask for by type: a [SandboxClient], the
/// `Sandbox` itself, its endpoint as a `URI`, its clock as an `InstantSource`.
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@ExtendWith(SandboxExtension.class)
public @interface SandboxWorld {
  /// The world: a built-in one, or a YAML or JSON file on the class path or in the file system.
  String value() default "healthy";

  /// When the world's clock begins, as an instant; empty for when the world says.
  String clock() default "";
}
