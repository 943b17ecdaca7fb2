package dev.zonec.verifier.query;

import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.net.AddressSet;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpAddress;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.model.query.Query;
import dev.zonec.verifier.quotient.AddressAtoms;
import dev.zonec.verifier.quotient.Bits;
import dev.zonec.verifier.quotient.Vocabulary;
import dev.zonec.verifier.quotient.VocabularyBuilder;
import dev.zonec.verifier.world.World;
import java.util.ArrayList;
import java.util.List;

/** One address for each set of addresses that neither policies nor the question tell apart. */
final class Addresses {
  private Addresses() {}

  static List<Place> of(World world, ZoneProgram program, Query query) {
    VocabularyBuilder builder = new VocabularyBuilder().add(world).add(program);
    for (Query.End end : List.of(query.from(), query.to())) {
      if (end instanceof Query.End.OfAddresses(var block, var origin)) {
        builder.add(block);
      }
    }
    Vocabulary vocabulary = builder.build(program.cluster(), false);
    List<Place> places = new ArrayList<>();
    for (Family family : Family.values()) {
      AddressAtoms atoms = vocabulary.atoms(family);
      vocabulary.externalAtoms(family).stream()
          .forEach(atom -> places.add(place(atoms, atom, program)));
    }
    return places;
  }

  private static Place place(AddressAtoms atoms, int atom, ZoneProgram program) {
    IpAddress address = atoms.representative(Bits.of(atom));
    Endpoint endpoint = new Endpoint.External(address);
    List<String> owners =
        program.externals().stream().filter(e -> e.contains(endpoint)).map(Party::name).toList();
    AddressSet.Range range = atoms.range(atom);
    String span =
        range.first().equals(range.last())
            ? address.toString()
            : new IpAddress(atoms.family(), range.first())
                + "-"
                + new IpAddress(atoms.family(), range.last());
    String label = owners.isEmpty() ? span : String.join("/", owners) + " (" + span + ")";
    return new Place(endpoint, label);
  }
}
