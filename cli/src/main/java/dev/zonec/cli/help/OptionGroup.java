package dev.zonec.cli.help;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The subject of a class of options, under which the help lists them. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface OptionGroup {
  /** Returns the subject. */
  Subject value();

  /** The subjects, in the order of the help. */
  enum Subject {
    /** Options of the command itself. */
    COMMAND("Options"),
    /** The configuration file. */
    CONFIGURATION("The configuration file"),
    /** Values of parameters, dates and imports. */
    PROGRAM("The program"),
    /** Manifests and clusters. */
    MANIFESTS("Manifests and clusters"),
    /** Points that the Kubernetes API leaves open. */
    READING("What Kubernetes leaves open"),
    /** The amount and form of the output. */
    OUTPUT("Output");

    private final String heading;

    Subject(String heading) {
      this.heading = heading;
    }

    /** Returns the heading above the options. */
    public String heading() {
      return heading;
    }
  }
}
