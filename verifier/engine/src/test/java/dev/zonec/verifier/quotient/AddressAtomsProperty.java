package dev.zonec.verifier.quotient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.model.net.AddressSet;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpAddress;
import dev.zonec.model.net.IpBlock;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The atoms of a set are the atoms whose first and last address are in the set. */
final class AddressAtomsProperty {
  @Property
  void atomsInASetAreWhollyInIt(@ForAll("sets") List<AddressSet> sets) {
    AddressAtoms atoms = AddressAtoms.of(Family.IPV4, sets);
    for (AddressSet set : sets) {
      Bits in = atoms.in(set);
      for (int i = 0; i < atoms.size(); i++) {
        AddressSet.Range range = atoms.range(i);
        assertThat(in.contains(i))
            .isEqualTo(set.contains(new IpAddress(Family.IPV4, range.first())))
            .isEqualTo(set.contains(new IpAddress(Family.IPV4, range.last())));
      }
    }
  }

  @Provide
  Arbitrary<List<AddressSet>> sets() {
    Arbitrary<Cidr> cidrs =
        Combinators.combine(
                Arbitraries.of("0.0.0.0", "10.0.0.0", "10.0.0.128", "10.64.3.4", "255.255.255.255"),
                Arbitraries.integers().between(0, 32))
            .as((address, prefix) -> Cidr.of(address + "/" + prefix));
    Arbitrary<IpBlock> blocks =
        Combinators.combine(cidrs, cidrs.list().ofMaxSize(2)).as(IpBlock::new);
    return blocks
        .list()
        .ofMaxSize(3)
        .map(some -> AddressSet.of(Family.IPV4, some))
        .list()
        .ofMinSize(1)
        .ofMaxSize(4);
  }
}
