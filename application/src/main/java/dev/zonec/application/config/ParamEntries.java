package dev.zonec.application.config;

import dev.zonec.compiler.param.GivenParam;
import dev.zonec.compiler.param.GivenParams;
import dev.zonec.grammar.tree.NodeSpan;
import dev.zonec.grammar.tree.Word;
import dev.zonec.kubernetes.manifest.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads values of parameters: {@code name: value}, and lists for {@code cidr[]}. */
record ParamEntries(ConfigValues values) {
  private static final String WANTED = "a word or a list of words";

  GivenParams read(String key, Tree tree) {
    List<GivenParam> params = new ArrayList<>();
    values
        .mapping(key, tree, "a mapping from parameters to values")
        .ifPresent(
            mapping ->
                mapping
                    .fields()
                    .forEach((name, field) -> param(name, field).ifPresent(params::add)));
    return new GivenParams(params);
  }

  private Optional<GivenParam> param(String name, Tree.Field field) {
    Word word = new Word(name, false, new NodeSpan(field.key()));
    return switch (field.value()) {
      case Tree.Leaf leaf when !leaf.isNull() ->
          Optional.of(new GivenParam(word, List.of(word(leaf)), false));
      case Tree.Listing list when list.items().stream().allMatch(ParamEntries::isWord) ->
          Optional.of(
              new GivenParam(
                  word, list.items().stream().map(each -> word((Tree.Leaf) each)).toList(), true));
      case Tree.Leaf leaf -> wrong(name, leaf);
      case Tree.Listing list -> wrong(name, list);
      case Tree.Mapping mapping -> wrong(name, mapping);
    };
  }

  private Optional<GivenParam> wrong(String name, Tree value) {
    values.wrong(name, value, WANTED);
    return Optional.empty();
  }

  private static boolean isWord(Tree item) {
    return item instanceof Tree.Leaf leaf && !leaf.isNull();
  }

  /** Returns the text of a scalar as written: {@code no} is not a Boolean here. */
  private static Word word(Tree.Leaf leaf) {
    return new Word(leaf.written(), false, new NodeSpan(leaf.span()));
  }
}
