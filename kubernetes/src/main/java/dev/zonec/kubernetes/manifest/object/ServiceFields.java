package dev.zonec.kubernetes.manifest.object;

import io.fabric8.kubernetes.api.model.EndpointAddress;
import io.fabric8.kubernetes.api.model.EndpointPort;
import io.fabric8.kubernetes.api.model.EndpointSubset;
import io.fabric8.kubernetes.api.model.ObjectReference;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServiceSpec;

/** The fields of Services and Endpoints. */
final class ServiceFields {
  private ServiceFields() {}

  static ServiceSpec spec(CheckedFields fields) {
    ServiceSpec spec = new ServiceSpec();
    spec.setAdditionalProperties(CheckedFields.NO_OTHERS);
    spec.setType(fields.text("type"));
    spec.setClusterIP(fields.text("clusterIP"));
    spec.setClusterIPs(fields.textList("clusterIPs"));
    spec.setExternalName(fields.text("externalName"));
    spec.setExternalIPs(fields.textList("externalIPs"));
    spec.setExternalTrafficPolicy(fields.text("externalTrafficPolicy"));
    spec.setSelector(fields.texts("selector"));
    spec.setPorts(fields.list("ports", ServiceFields::port));
    return spec;
  }

  private static ServicePort port(CheckedFields fields) {
    ServicePort port = new ServicePort();
    port.setAdditionalProperties(CheckedFields.NO_OTHERS);
    port.setName(fields.text("name"));
    port.setProtocol(fields.text("protocol"));
    port.setPort(fields.whole("port"));
    port.setTargetPort(fields.wholeOrText("targetPort"));
    port.setNodePort(fields.whole("nodePort"));
    return port;
  }

  static EndpointSubset subset(CheckedFields fields) {
    EndpointSubset subset = new EndpointSubset();
    subset.setAddresses(fields.list("addresses", ServiceFields::address));
    subset.setNotReadyAddresses(fields.list("notReadyAddresses", ServiceFields::address));
    subset.setPorts(fields.list("ports", ServiceFields::endpointPort));
    return subset;
  }

  private static EndpointAddress address(CheckedFields fields) {
    EndpointAddress address = new EndpointAddress();
    address.setIp(fields.text("ip"));
    address.setTargetRef(fields.object("targetRef", ServiceFields::target));
    return address;
  }

  private static ObjectReference target(CheckedFields fields) {
    ObjectReference target = new ObjectReference();
    target.setKind(fields.text("kind"));
    target.setNamespace(fields.text("namespace"));
    target.setName(fields.text("name"));
    return target;
  }

  private static EndpointPort endpointPort(CheckedFields fields) {
    EndpointPort port = new EndpointPort();
    port.setName(fields.text("name"));
    port.setProtocol(fields.text("protocol"));
    port.setPort(fields.whole("port"));
    return port;
  }
}
