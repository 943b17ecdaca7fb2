package dev.zonec.cli.help;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the options of a class are about, for whoever reads the help of a command that has them. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface OptionGroup {
  /** What it is. */
  Subject value();

  /** In the order in which help shows them. */
  enum Subject {
    /** The command's own options. */
    COMMAND("Options"),
    /** Values of parameters, dates, imports. */
    PROGRAM("The program"),
    /** Manifests and clusters. */
    MANIFESTS("Manifests and clusters"),
    /** What the Kubernetes API leaves undefined. */
    READING("What Kubernetes leaves open"),
    /** How much is printed, and how. */
    OUTPUT("Output");

    private final String heading;

    Subject(String heading) {
      this.heading = heading;
    }

    /** What stands above the options. */
    public String heading() {
      return heading;
    }
  }
}
