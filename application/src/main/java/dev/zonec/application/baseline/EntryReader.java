package dev.zonec.application.baseline;

import dev.zonec.diagnostics.Place;
import dev.zonec.kubernetes.manifest.Tree;
import dev.zonec.verifier.accepted.Acceptance;
import dev.zonec.verifier.accepted.AcceptedEnd;
import dev.zonec.verifier.accepted.Extent;
import dev.zonec.verifier.accepted.Extent.Admission;
import dev.zonec.verifier.accepted.Extent.Cause;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Reads the entries of a baseline file.
 *
 * @param values reads values, and reports problems
 */
record EntryReader(BaselineValues values) {
  private static final List<String> COMMON =
      List.of(
          EntryData.ID,
          EntryData.CLAIM,
          Variants.KEY,
          EntryData.ACCEPTS,
          EntryData.REASON,
          EntryData.UNTIL);

  /** Reads the value of {@code findings}; entries with problems are left out. */
  List<BaselineEntry> entries(Tree tree) {
    List<BaselineEntry> entries = new ArrayList<>();
    values.items(tree, "`findings` is a list").forEach(item -> entries.addAll(entriesOf(item)));
    return entries;
  }

  /** Reads a finding: one entry for each of its variants; none if it has problems. */
  private List<BaselineEntry> entriesOf(Tree tree) {
    if (!(tree instanceof Tree.Mapping entry)) {
      values.problem(tree, "a finding is a mapping");
      return List.of();
    }
    int before = values.problems().size();
    Optional<Extent> extent = extent(entry);
    Optional<String> id = values.text(entry, EntryData.ID);
    Optional<String> claim = values.text(entry, EntryData.CLAIM);
    Optional<String> reason = values.text(entry, EntryData.REASON);
    Optional<LocalDate> until = date(entry);
    List<String> variants = values.variants(entry);
    if (values.problems().size() > before || extent.isEmpty()) {
      return List.of();
    }
    Acceptance acceptance =
        new Acceptance(
            id.orElseThrow(),
            claim.orElseThrow(),
            extent.get(),
            reason.orElseThrow(),
            until.orElseThrow());
    Place place = Place.at(entry.value(EntryData.ID).orElse(entry).span());
    return variants.stream().map(each -> new BaselineEntry(each, acceptance, place)).toList();
  }

  private Optional<Extent> extent(Tree.Mapping entry) {
    String accepts = values.text(entry, EntryData.ACCEPTS).orElse("");
    return switch (accepts) {
      case EntryData.CONNECTIONS -> connections(entry);
      case EntryData.BLOCKED_CONNECTIONS -> {
        values.checkKeys(entry, keys(EntryData.FROM, EntryData.TO));
        yield end(entry, EntryData.FROM)
            .flatMap(
                from ->
                    end(entry, EntryData.TO).map(to -> new Extent.BlockedConnections(from, to)));
      }
      case EntryData.BLOCKED_FLOW -> {
        values.checkKeys(entry, keys(EntryData.FLOW));
        yield values.text(entry, EntryData.FLOW).map(Extent.BlockedFlow::new);
      }
      case EntryData.PATHS -> {
        values.checkKeys(entry, keys(EntryData.FROM, EntryData.TO, EntryData.HOPS));
        yield paths(entry);
      }
      case EntryData.SHARED_POD -> {
        values.checkKeys(entry, keys(EntryData.WORKLOAD));
        yield values.text(entry, EntryData.WORKLOAD).map(Extent.SharedPod::new);
      }
      case "" -> Optional.empty();
      default -> {
        values.problem(
            entry.value(EntryData.ACCEPTS).orElse(entry),
            "`accepts` is connections, blocked-connections, blocked-flow, paths or shared-pod");
        yield Optional.empty();
      }
    };
  }

  private Optional<Extent> connections(Tree.Mapping entry) {
    boolean byFlow = entry.value(EntryData.FLOW).isPresent();
    values.checkKeys(
        entry,
        byFlow
            ? keys(EntryData.FROM, EntryData.TO, EntryData.FLOW)
            : keys(EntryData.FROM, EntryData.TO, EntryData.EGRESS, EntryData.INGRESS));
    Optional<AcceptedEnd> from = end(entry, EntryData.FROM);
    Optional<AcceptedEnd> to = end(entry, EntryData.TO);
    Optional<? extends Cause> cause =
        byFlow
            ? values.text(entry, EntryData.FLOW).map(Cause.ByFlow::new)
            : admission(entry, EntryData.EGRESS)
                .flatMap(
                    egress ->
                        admission(entry, EntryData.INGRESS)
                            .map(ingress -> new Cause.ByRules(egress, ingress)));
    return from.isPresent() && to.isPresent() && cause.isPresent()
        ? Optional.of(new Extent.Connections(from.get(), to.get(), cause.get()))
        : Optional.empty();
  }

  private Optional<Admission> admission(Tree.Mapping entry, String key) {
    return values
        .text(entry, key)
        .map(
            text ->
                text.equals(EntryData.UNRESTRICTED)
                    ? new Admission.Unrestricted()
                    : new Admission.ByRule(text));
  }

  private Optional<Extent> paths(Tree.Mapping entry) {
    Optional<String> from = values.text(entry, EntryData.FROM);
    Optional<String> to = values.text(entry, EntryData.TO);
    Optional<Tree> hops = entry.value(EntryData.HOPS);
    int count =
        hops.filter(Tree.Leaf.class::isInstance)
            .map(leaf -> ((Tree.Leaf) leaf).whole().orElse(0))
            .orElse(0);
    if (count < 1) {
      values.problem(hops.orElse(entry), "`hops` is a whole number of at least 1");
    }
    return from.isPresent() && to.isPresent() && count > 0
        ? Optional.of(new Extent.Paths(from.get(), to.get(), count))
        : Optional.empty();
  }

  private Optional<AcceptedEnd> end(Tree.Mapping entry, String key) {
    Optional<Tree> value = entry.value(key);
    if (value.isEmpty() || !(value.get() instanceof Tree.Mapping end)) {
      values.problem(
          value.orElse(entry), "`" + key + "` is a mapping with `parties` and `namespace`");
      return Optional.empty();
    }
    values.checkKeys(end, Set.of(EntryData.PARTIES, EntryData.NAMESPACE));
    int before = values.problems().size();
    List<String> parties = values.texts(end, EntryData.PARTIES, "a list of names");
    Optional<String> namespace = values.optional(end, EntryData.NAMESPACE);
    return values.problems().size() > before
        ? Optional.empty()
        : Optional.of(new AcceptedEnd(parties, namespace));
  }

  private Optional<LocalDate> date(Tree.Mapping entry) {
    Optional<Tree> value = entry.value(EntryData.UNTIL);
    if (value.isPresent() && value.get() instanceof Tree.Leaf leaf) {
      try {
        return Optional.of(LocalDate.parse(leaf.written()));
      } catch (DateTimeParseException e) {
        // It is reported below.
      }
    }
    values.problem(value.orElse(entry), "`until` is a day such as 2027-03-31");
    return Optional.empty();
  }

  private static Set<String> keys(String... own) {
    Set<String> keys = new TreeSet<>(COMMON);
    Stream.of(own).forEach(keys::add);
    return keys;
  }
}
