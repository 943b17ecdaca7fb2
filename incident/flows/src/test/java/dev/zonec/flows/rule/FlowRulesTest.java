package dev.zonec.flows.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.flows.attribution.Doubt;
import dev.zonec.flows.attribution.FlowEnd;
import dev.zonec.flows.judgement.Judgement;
import dev.zonec.flows.judgement.Judgement.Answer;
import dev.zonec.flows.observed.LogFormat;
import dev.zonec.flows.observed.ObservedEnd;
import dev.zonec.flows.observed.ObservedFlow;
import dev.zonec.flows.observed.Orientation;
import dev.zonec.flows.observed.Outcome;
import dev.zonec.flows.observed.RecordPlace;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The rules, on flows of one source. */
final class FlowRulesTest {
  private static final FlowEnd WEB =
      new FlowEnd(FlowEnd.Kind.WORKLOAD, "shop/web (Deployment)", "", Doubt.NONE);
  private static final FlowEnd DB =
      new FlowEnd(FlowEnd.Kind.WORKLOAD, "shop/db (StatefulSet)", "", Doubt.NONE);
  private static final Judgement FINE = new Judgement(Answer.YES, Answer.YES, Doubt.NONE);
  private static final FlowRules RULES = new FlowRules(Thresholds.STANDARD);

  private final List<Row> found = new ArrayList<>();

  private static FlowEnd outside(String address) {
    return new FlowEnd(FlowEnd.Kind.OUTSIDE, address, address, Doubt.NONE);
  }

  private static FlowRules.Known flow(
      FlowEnd to,
      Judgement judgement,
      Outcome outcome,
      int port,
      long at,
      long packets,
      long bytes) {
    ObservedFlow flow =
        new ObservedFlow(
            LogFormat.ZEEK,
            ObservedEnd.at("10.0.0.1"),
            ObservedEnd.at("10.0.0.2"),
            packets > 100 ? "udp" : "tcp",
            40_000 + (int) (at / 1000 % 20_000),
            port,
            outcome,
            Orientation.OPENING,
            at,
            at,
            1,
            packets,
            bytes,
            new RecordPlace("a.log", 1),
            () -> "the record");
    return new FlowRules.Known(flow, WEB, to, judgement, Optional.empty());
  }

  private void add(SourceState state, FlowRules.Known flow) {
    RULES.add(
        flow,
        state,
        RowRoom.unlimited(),
        (row, first) -> {
          if (first) {
            found.add(row);
          }
        });
  }

  private RowKind kind(Answer declared, Answer allowed, Outcome outcome) {
    SourceState state = new SourceState();
    add(state, flow(DB, new Judgement(declared, allowed, Doubt.NONE), outcome, 80, 0, 1, 1));
    return state.rows().getFirst().key().kind();
  }

  @Test
  void judgementAndOutcomeDecide() {
    assertThat(kind(Answer.YES, Answer.YES, Outcome.PASSED)).isEqualTo(RowKind.EXPECTED);
    assertThat(kind(Answer.YES, Answer.NO, Outcome.PASSED)).isEqualTo(RowKind.FORBIDDEN_PASSED);
    assertThat(kind(Answer.NO, Answer.NO, Outcome.PASSED)).isEqualTo(RowKind.FORBIDDEN_PASSED);
    assertThat(kind(Answer.NO, Answer.OPEN, Outcome.PASSED)).isEqualTo(RowKind.UNDECLARED);
    assertThat(kind(Answer.NO, Answer.YES, Outcome.SENT)).isEqualTo(RowKind.UNDECLARED);
    // A packet that was only sent did not pass.
    assertThat(kind(Answer.YES, Answer.NO, Outcome.SENT)).isEqualTo(RowKind.DENIED_ATTEMPT);
    assertThat(kind(Answer.YES, Answer.YES, Outcome.DENIED)).isEqualTo(RowKind.ALLOWED_DENIED);
    assertThat(kind(Answer.NO, Answer.OPEN, Outcome.DENIED)).isEqualTo(RowKind.DENIED_ATTEMPT);
    assertThat(kind(Answer.OPEN, Answer.OPEN, Outcome.PASSED)).isEqualTo(RowKind.EXPECTED);
    assertThat(kind(Answer.YES, Answer.YES, Outcome.REFUSED)).isEqualTo(RowKind.REFUSED);
    assertThat(kind(Answer.NO, Answer.NO, Outcome.LOST)).isEqualTo(RowKind.LOST);
  }

  @Test
  void aDoubtIsNeverAFinding() {
    for (Doubt doubt : Doubt.values()) {
      for (Outcome outcome : Outcome.values()) {
        if (doubt != Doubt.NONE) {
          SourceState state = new SourceState();
          Judgement judgement = new Judgement(Answer.NO, Answer.NO, doubt);
          add(state, flow(DB, judgement, outcome, 80, 0, 1, 1));
          assertThat(state.rows()).noneMatch(row -> row.key().kind().finding());
        }
      }
    }
    assertThat(found).isEmpty();
  }

  private List<FlowRules.Known> scan(int ends, long millisBetween) {
    List<FlowRules.Known> flows = new ArrayList<>();
    for (int i = 0; i < ends; i++) {
      flows.add(flow(DB, FINE, Outcome.SENT, 1000 + i, i * millisBetween, 1, 40));
    }
    return flows;
  }

  private long found(RowKind kind) {
    return found.stream().filter(row -> row.key().kind() == kind).count();
  }

  @Test
  void aFanOutNeedsItsThresholdWithinAWindow() {
    SourceState state = new SourceState();
    scan(19, 10).forEach(flow -> add(state, flow));
    assertThat(found(RowKind.FAN_OUT)).isZero();
    scan(20, 10).forEach(flow -> add(state, flow));
    assertThat(found(RowKind.FAN_OUT)).isEqualTo(1);
    assertThat(found.getLast().detail()).contains("20 new ports on 1 end within 5 min");
    found.clear();
    // The same ends again are not new, and slow ends are in different windows.
    scan(20, 10).forEach(flow -> add(state, flow));
    scan(60, 60_000).forEach(flow -> add(new SourceState(), flow));
    assertThat(found(RowKind.FAN_OUT)).isZero();
  }

  @Test
  void aFanOutIsFoundInAnyOrder() {
    for (int seed = 0; seed < 20; seed++) {
      found.clear();
      List<FlowRules.Known> flows = scan(40, 100);
      Collections.shuffle(flows, new Random(seed));
      SourceState state = new SourceState();
      flows.forEach(flow -> add(state, flow));
      assertThat(found(RowKind.FAN_OUT)).isEqualTo(1);
    }
  }

  private void calls(int number, long jitter) {
    SourceState state = new SourceState();
    Random random = new Random(3);
    for (int i = 0; i < number; i++) {
      long at = i * 60_000L + (jitter == 0 ? 0 : random.nextLong(jitter));
      add(state, flow(outside("203.0.113.9"), FINE, Outcome.PASSED, 443, at, 3, 300));
    }
  }

  @Test
  void aBeaconIsRegular() {
    calls(9, 0);
    assertThat(found(RowKind.BEACONING)).isZero();
    calls(10, 0);
    assertThat(found(RowKind.BEACONING)).isEqualTo(1);
    assertThat(found.getLast().detail()).contains("10 calls, every 1 min");
    found.clear();
    calls(40, 50_000);
    assertThat(found(RowKind.BEACONING)).isZero();
    calls(40, 3_000);
    assertThat(found(RowKind.BEACONING)).isEqualTo(1);
  }

  @Test
  void aVolumeHasManySmallPackets() {
    FlowEnd to = outside("203.0.113.9");
    add(new SourceState(), flow(to, FINE, Outcome.SENT, 123, 0, 9_999, 9_999 * 80));
    add(new SourceState(), flow(to, FINE, Outcome.SENT, 123, 0, 20_000, 20_000 * 900));
    add(new SourceState(), flow(DB, FINE, Outcome.SENT, 123, 0, 20_000, 20_000 * 80));
    assertThat(found(RowKind.VOLUME)).isZero();
    add(new SourceState(), flow(to, FINE, Outcome.SENT, 123, 0, 10_000, 10_000 * 80));
    assertThat(found(RowKind.VOLUME)).isEqualTo(1);
    Row row = found.getLast();
    assertThat(row.count()).isEqualTo(1);
    assertThat(row.packets()).isEqualTo(10_000);
    assertThat(row.amount() + " " + row.key().kind().unit()).isEqualTo("10000 packets");
  }

  @Test
  void aRowThatIsSharedKeepsItsDoubt() {
    for (FlowEnd.Kind kind : FlowEnd.Kind.values()) {
      for (Doubt doubt : Doubt.values()) {
        FlowEnd end = new FlowEnd(kind, "a name", "10.0.0.9", doubt);
        RowKey key = new RowKey(RowKind.DOUBTFUL, doubt, end, end, "tcp/80", Outcome.PASSED, true);
        for (RowKey shared : List.of(key.sharedInSource(), key.sharedByAll())) {
          assertThat(shared.doubt()).isEqualTo(doubt);
          assertThat(shared.to().doubt()).isEqualTo(doubt);
          assertThat(shared.to().kind()).isEqualTo(kind);
          assertThat(shared.isShared()).isTrue();
        }
        assertThat(key.isShared()).isFalse();
      }
    }
  }

  @Test
  void theStateIsBounded() {
    SourceState state = new SourceState();
    for (int i = 0; i < 30_000; i++) {
      FlowEnd to = outside("198." + (i >> 16) + "." + (i >> 8 & 255) + "." + (i & 255));
      add(state, flow(to, FINE, Outcome.PASSED, 443, i, 1, 40));
    }
    assertThat(state.rows().size()).isLessThan(SourceState.MOST_ROWS + 10);
    assertThat(state.rows().stream().mapToLong(Row::count).sum()).isEqualTo(30_000);
  }

  @Test
  void theStateSurvivesSerialisation() throws IOException, ClassNotFoundException {
    List<FlowRules.Known> flows = scan(30, 100);
    SourceState whole = new SourceState();
    flows.forEach(flow -> add(whole, flow));
    List<Row> expected = List.copyOf(found);
    found.clear();
    SourceState state = new SourceState();
    for (FlowRules.Known flow : flows) {
      add(state, flow);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (ObjectOutputStream written = new ObjectOutputStream(out)) {
        written.writeObject(state);
      }
      try (ObjectInputStream read =
          new ObjectInputStream(new ByteArrayInputStream(out.toByteArray()))) {
        state = (SourceState) read.readObject();
      }
    }
    assertThat(found).isEqualTo(expected);
    assertThat(state.rows()).containsExactlyInAnyOrderElementsOf(whole.rows());
  }
}
