package dev.zonec.kubernetes.manifest.object;

import io.fabric8.kubernetes.api.model.NodeAddress;
import io.fabric8.kubernetes.api.model.NodeSpec;
import io.fabric8.kubernetes.api.model.NodeStatus;

/** The fields of nodes. */
final class NodeFields {
  private NodeFields() {}

  static NodeSpec spec(CheckedFields fields) {
    NodeSpec spec = new NodeSpec();
    spec.setPodCIDR(fields.text("podCIDR"));
    spec.setPodCIDRs(fields.textList("podCIDRs"));
    return spec;
  }

  static NodeStatus status(CheckedFields fields) {
    NodeStatus status = new NodeStatus();
    status.setAddresses(fields.list("addresses", NodeFields::address));
    return status;
  }

  private static NodeAddress address(CheckedFields fields) {
    NodeAddress address = new NodeAddress();
    address.setType(fields.text("type"));
    address.setAddress(fields.text("address"));
    return address;
  }
}
