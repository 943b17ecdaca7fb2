package dev.zonec.tests.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The words of the language, as a dictionary for a fuzzer. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@DictionaryEntries({
  "module ",
  "zone ",
  "namespace ",
  "namespaces ",
  "pods ",
  "service ",
  "external ",
  "cidr ",
  "except ",
  "allow ",
  "foreach namespace with ",
  "other ",
  "assert ",
  "no path ",
  "never ",
  "only ",
  "isolated ",
  "reachable ",
  "within ",
  " hops",
  " via ",
  " -> ",
  " <-> ",
  " ~> ",
  "defaults ",
  "cluster ",
  " in ",
  " notin ",
  "owner @",
  "reason ",
  "expires 2027-01-01",
  "tcp/",
  "udp/",
  "10.0.0.0/8",
  "2001:db8::/32",
  "##",
  "when ",
  "param ",
  "import ",
  " as ",
  "enum(",
  "cidr[]",
  "${",
  "trust label ",
  "disjoint ",
  "tier ",
  "waive ",
  "tiers adjacent"
})
@interface ZoneWords {}
