package dev.zonec.kubernetes.manifest;

import dev.zonec.diagnostics.deadline.Deadline;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Parses YAML and keeps written tags. The type of a scalar without a tag follows the rules of the
 * API server instead of SnakeYAML's; see {@link ScalarResolution}.
 */
final class ServerYaml {
  private static final String UNTAGGED_NAME = "zonec:untagged";
  private static final String NON_SPECIFIC_NAME = "zonec:non-specific";

  /** The tag of plain scalars without a written tag. */
  static final Tag UNTAGGED = new Tag(UNTAGGED_NAME);

  /** The tag of scalars with the tag {@code !}, which are strings. */
  static final Tag NON_SPECIFIC = new Tag(NON_SPECIFIC_NAME);

  private ServerYaml() {}

  /** Returns a composer for {@code characters}, which ends its work at the deadline. */
  static Composer composer(StreamReader characters, LoaderOptions limits, Deadline deadline) {
    return new Composer(
        new Tagged(new ParserImpl(characters, limits), deadline), new Unresolved(), limits);
  }

  /** Distinguishes {@code ! 80} from {@code 80}. */
  private record Tagged(Parser parser, Deadline deadline) implements Parser {
    @Override
    public boolean checkEvent(Event.ID choice) {
      return parser.checkEvent(choice);
    }

    @Override
    public Event peekEvent() {
      return tagged(parser.peekEvent());
    }

    @Override
    public Event getEvent() {
      deadline.throwIfPassed();
      return tagged(parser.getEvent());
    }

    private static Event tagged(Event event) {
      // A text that writes the two internal tag names itself has written a string.
      return event instanceof ScalarEvent scalar
              && ("!".equals(scalar.getTag()) || UNTAGGED_NAME.equals(scalar.getTag()))
          ? new ScalarEvent(
              scalar.getAnchor(),
              NON_SPECIFIC_NAME,
              scalar.getImplicit(),
              scalar.getValue(),
              scalar.getStartMark(),
              scalar.getEndMark(),
              scalar.getScalarStyle())
          : event;
    }
  }

  /** Does not resolve tags, which also saves time. */
  private static final class Unresolved extends Resolver {
    @Override
    protected void addImplicitResolvers() {}

    @Override
    public Tag resolve(NodeId kind, String value, boolean implicit) {
      return kind == NodeId.scalar && implicit ? UNTAGGED : super.resolve(kind, value, implicit);
    }
  }
}
