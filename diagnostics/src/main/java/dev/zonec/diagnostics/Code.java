package dev.zonec.diagnostics;

/**
 * Every diagnostic's stable code.
 *
 * <p>ZC00 syntax, ZC01 modules, ZC02 names and selectors, ZC03 ports and addresses, ZC04 target
 * limits, ZC05 verification, ZC06 manifests, ZC10 lint, ZC20 expiry. A code is never given a new
 * meaning.
 */
public enum Code {
  ZC0001("a source cannot be read"),
  ZC0002("a source is not UTF-8 text"),
  ZC0003("a character has no meaning here"),
  ZC0004("a word or sign is not expected here"),
  ZC0005("a string does not end"),
  ZC0006("a source is too large"),
  ZC0101("no source names its module"),
  ZC0102("sources of one program name different modules"),
  ZC0103("a folder holds no source"),
  ZC0104("a statement may stand once"),
  ZC0201("a name is declared twice"),
  ZC0202("a name is not well formed"),
  ZC0203("a zone or external is unknown"),
  ZC0204("a service is unknown"),
  ZC0205("zones lie in each other"),
  ZC0206("a selector is not well formed"),
  ZC0207("a namespace name is not well formed"),
  ZC0208("a zone is needed, not an external"),
  ZC0209("a zone can hold no pod"),
  ZC0210("zones overlap"),
  ZC0211("an external needs addresses or pods"),
  ZC0212("an external lies inside a zone"),
  ZC0213("a path's length is not well formed"),
  ZC0214("services name each other"),
  ZC0301("a port is not well formed"),
  ZC0302("a protocol is unknown"),
  ZC0303("an address block is not well formed"),
  ZC0304("an exception lies outside its block"),
  ZC0305("an address block may hold pods"),
  ZC0306("a named port is not well formed"),
  ZC0307("a flow opens every address"),
  ZC0308("an address block is not canonical"),
  ZC0401("a governed zone has no namespace"),
  ZC0402("a namespace selector needs the namespaces"),
  ZC0403("a policy's name collides or is too long"),
  ZC0404("a policy is too large"),
  ZC0405("a flow leans on a negative selector"),
  ZC0406("a zone has too many alternatives"),
  ZC0410("the output cannot be written"),
  ZC0411("the output is stale"),
  ZC0501("a lateral path exists"),
  ZC0502("a forbidden connection is allowed"),
  ZC0503("a connection from elsewhere is allowed"),
  ZC0504("an isolated zone is not"),
  ZC0505("a connection that must work is blocked"),
  ZC0506("a connection that no flow declares is allowed"),
  ZC0507("a declared flow is blocked"),
  ZC0508("a lateral path exists that no flows declare"),
  ZC0509("an assertion says nothing"),
  ZC0510("an obligation was not decided"),
  ZC0511("a policy that is not modelled could change the verdict"),
  ZC0512("there is nothing to verify"),
  ZC0513("a member of a zone is on the host network"),
  ZC0520("a query's end is unknown"),
  ZC0601("a manifest cannot be read"),
  ZC0602("a manifest is not YAML"),
  ZC0603("a manifest is not a Kubernetes object"),
  ZC0604("a field has a value of the wrong type"),
  ZC0605("a field is unknown"),
  ZC0607("an object is there twice"),
  ZC0610("an object's name is not well formed"),
  ZC0611("policyTypes are not valid"),
  ZC0612("a policy's protocol is not valid"),
  ZC0613("a policy's port is not valid"),
  ZC0614("a policy's named port is not valid"),
  ZC0615("a policy's peer is not valid"),
  ZC0616("a policy's address block is not valid"),
  ZC0617("a policy's address block is not canonical"),
  ZC0618("a policy's selector is not valid"),
  ZC0620("a cluster-scoped policy is not well formed"),
  ZC0621("a policy's domain name is not well formed"),
  ZC0640("a kubeconfig cannot be used"),
  ZC0641("a cluster cannot be read"),
  ZC0642("a namespace is not in the cluster"),
  ZC0643("a part of a cluster was not read"),
  ZC1001("a flow allows nothing that others do not"),
  ZC1002("a zone or external is not used"),
  ZC1003("a service is not used"),
  ZC1004("a zone has no workload"),
  ZC1005("a flow opens every port"),
  ZC1006("a flow leads to most of the internet"),
  ZC1007("a flow has no owner or no reason"),
  ZC1008("no container declares a flow's port"),
  ZC1009("a Service's port is written for the pods'"),
  ZC1010("an ignore comment is not well formed"),
  ZC1011("an ignore comment takes nothing back"),
  ZC2001("a flow has expired"),
  ZC2002("a flow expires soon"),
  ZC2003("a date is not well formed");

  private final String title;

  Code(String title) {
    this.title = title;
  }

  /** What the code means, in a few words. */
  public String title() {
    return title;
  }
}
