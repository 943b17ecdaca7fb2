package dev.zonec.views.graph.layout;

import dev.zonec.application.graph.Graph;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.diagnostics.deadline.Progress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.elk.alg.layered.options.LayerConstraint;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.LayeringStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.math.KVector;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeLabelPlacement;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.HierarchyHandling;
import org.eclipse.elk.core.options.SizeConstraint;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * Lays a graph out in layers from left to right, with boxes in boxes. Equal graphs get equal
 * coordinates.
 */
public final class LayeredLayout {
  private static final double BETWEEN_NODES = 22;
  private static final double BETWEEN_LAYERS = 46;
  private static final double AROUND = 14;

  /** The least height of a node for each edge at a side, so that arrows can be told apart. */
  private static final double FOR_EDGE = 9;

  /** A distance that is larger than any node. */
  private static final double FAR = 100_000;

  private final Graph graph;
  private final TextSizes sizes;
  private final Map<String, ElkNode> groups = new LinkedHashMap<>();
  private final Map<String, ElkNode> nodes = new LinkedHashMap<>();
  private final List<ElkEdge> edges = new ArrayList<>();
  private final Map<String, Integer> starts = new HashMap<>();
  private final Map<String, Integer> ends = new HashMap<>();

  private LayeredLayout(Graph graph, TextSizes sizes) {
    this.graph = graph;
    this.sizes = sizes;
  }

  /** Ends a layout at the deadline of the thread; the layout asks between its steps. */
  private static final class Bounded extends BasicProgressMonitor {
    @Override
    public boolean isCanceled() {
      Deadline.check();
      return super.isCanceled();
    }

    @Override
    protected BasicProgressMonitor doSubTask(float work, int levels) {
      return new Bounded();
    }
  }

  /** Returns the coordinates of {@code graph}. */
  public static LaidOut of(Graph graph, TextSizes sizes) {
    return new LayeredLayout(graph, sizes).laidOut();
  }

  private LaidOut laidOut() {
    Progress.begin("laying out the graph");
    LayoutMetaDataService.getInstance()
        .registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
    ElkNode root = ElkGraphUtil.createGraph();
    root.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
    options(root);
    root.setProperty(LayeredOptions.PADDING, new ElkPadding(AROUND));
    graph.groups().forEach(group -> addGroup(group, root));
    for (Graph.Edge edge : graph.edges()) {
      starts.merge(edge.from(), 1, Integer::sum);
      ends.merge(edge.to(), 1, Integer::sum);
    }
    graph.nodes().forEach(node -> addNode(node, root));
    addLayers(root);
    graph.edges().forEach(this::addEdge);
    new RecursiveGraphLayoutEngine().layout(root, new Bounded());
    return read(root);
  }

  private static void options(ElkNode node) {
    node.setProperty(LayeredOptions.DIRECTION, Direction.RIGHT);
    node.setProperty(LayeredOptions.HIERARCHY_HANDLING, HierarchyHandling.INCLUDE_CHILDREN);
    node.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
    node.setProperty(LayeredOptions.RANDOM_SEED, 1);
    node.setProperty(LayeredOptions.SPACING_NODE_NODE, BETWEEN_NODES);
    node.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, BETWEEN_LAYERS);
    node.setProperty(LayeredOptions.SPACING_EDGE_NODE, 14.0);
    node.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 14.0);
    node.setProperty(LayeredOptions.SPACING_EDGE_EDGE, 10.0);
    node.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, 10.0);
    node.setProperty(LayeredOptions.SPACING_EDGE_LABEL, 3.0);
    node.setProperty(LayeredOptions.SPACING_COMPONENT_COMPONENT, 28.0);
  }

  private void addGroup(Graph.Group group, ElkNode root) {
    ElkNode outer = group.outer().map(groups::get).orElse(root);
    ElkNode box = ElkGraphUtil.createNode(outer);
    options(box);
    box.setProperty(
        LayeredOptions.PADDING, new ElkPadding(sizes.caption() + AROUND, AROUND, AROUND, AROUND));
    box.setProperty(LayeredOptions.NODE_SIZE_CONSTRAINTS, SizeConstraint.minimumSize());
    Size least = sizes.of(group);
    box.setProperty(LayeredOptions.NODE_SIZE_MINIMUM, new KVector(least.width(), least.height()));
    groups.put(group.id(), box);
  }

  private void addNode(Graph.Node node, ElkNode root) {
    ElkNode box = ElkGraphUtil.createNode(node.group().map(groups::get).orElse(root));
    Size size = sizes.of(node);
    box.setDimensions(size.width(), Math.max(size.height(), FOR_EDGE * edgesAtASide(node.id())));
    if (isAtTheSide(node)) {
      box.setProperty(
          LayeredOptions.LAYERING_LAYER_CONSTRAINT,
          starts.containsKey(node.id()) ? LayerConstraint.FIRST : LayerConstraint.LAST);
    }
    nodes.put(node.id(), box);
  }

  /** Returns the number of edges that begin or that end at a node, whichever is more. */
  private int edgesAtASide(String id) {
    return Math.max(starts.getOrDefault(id, 0), ends.getOrDefault(id, 0));
  }

  /**
   * Whether a node is at the left or right side of the picture: an external, unless it connects
   * with another one. ELK cannot label an edge between two nodes of one side.
   */
  private boolean isAtTheSide(Graph.Node node) {
    return isOutside(node)
        && graph.edges().stream()
            .filter(edge -> !edge.from().equals(edge.to()))
            .noneMatch(
                edge ->
                    (edge.from().equals(node.id()) && isOutside(edge.to()))
                        || (edge.to().equals(node.id()) && isOutside(edge.from())));
  }

  private boolean isOutside(String id) {
    return graph.nodes().stream().anyMatch(node -> node.id().equals(id) && isOutside(node));
  }

  private static boolean isOutside(Graph.Node node) {
    return (node.kind() == Graph.NodeKind.EXTERNAL || node.kind() == Graph.NodeKind.ENTRANCE)
        && node.layer() < 0
        && node.group().isEmpty();
  }

  /**
   * Keeps nodes in their layers. ELK's partitions would do this too, but not always in the same
   * way. Without boxes, the coordinate of a node tells its layer. With boxes, an edge that is not
   * drawn leads from each box of a layer to those of the next one.
   */
  private void addLayers(ElkNode root) {
    if (graph.layers().isEmpty()) {
      return;
    }
    if (graph.groups().isEmpty()) {
      root.setProperty(LayeredOptions.LAYERING_STRATEGY, LayeringStrategy.INTERACTIVE);
      for (Graph.Node node : graph.nodes()) {
        Objects.requireNonNull(nodes.get(node.id())).setX(FAR * Math.max(0, node.layer()));
      }
    } else {
      Map<Integer, List<ElkNode>> layers = outermost(root);
      for (int layer = 0; layer + 1 < graph.layers().size(); layer++) {
        for (ElkNode box : layers.getOrDefault(layer, List.of())) {
          for (ElkNode next : layers.getOrDefault(layer + 1, List.of())) {
            if (box.getParent().equals(next.getParent())) {
              ElkGraphUtil.createSimpleEdge(box, next);
            }
          }
        }
      }
    }
  }

  /**
   * Returns the nodes and boxes of each layer: those with nodes of this layer only, in a box that
   * has others too.
   */
  private Map<Integer, List<ElkNode>> outermost(ElkNode root) {
    Map<ElkNode, Set<Integer>> found = new LinkedHashMap<>();
    for (Graph.Node node : graph.nodes()) {
      for (ElkNode each = nodes.get(node.id()); each != null; each = each.getParent()) {
        found.computeIfAbsent(each, box -> new HashSet<>()).add(node.layer());
      }
    }
    Map<Integer, List<ElkNode>> layers = new LinkedHashMap<>();
    found.forEach(
        (box, some) -> {
          ElkNode around = box.getParent();
          if (some.size() == 1
              && around != null
              && (around.equals(root) || found.getOrDefault(around, Set.of()).size() > 1)) {
            layers.computeIfAbsent(some.iterator().next(), layer -> new ArrayList<>()).add(box);
          }
        });
    return layers;
  }

  private void addEdge(Graph.Edge edge) {
    ElkEdge line = ElkGraphUtil.createSimpleEdge(nodes.get(edge.from()), nodes.get(edge.to()));
    ElkLabel label = ElkGraphUtil.createLabel("ports", line);
    Size size = sizes.of(edge);
    label.setDimensions(size.width(), size.height());
    label.setProperty(LayeredOptions.EDGE_LABELS_PLACEMENT, EdgeLabelPlacement.CENTER);
    edges.add(line);
  }

  private LaidOut read(ElkNode root) {
    Map<String, Box> nodeBoxes = new HashMap<>();
    nodes.forEach((id, node) -> nodeBoxes.put(id, box(node)));
    Map<String, Box> groupBoxes = new HashMap<>();
    groups.forEach((id, group) -> groupBoxes.put(id, box(group)));
    return new LaidOut(
        new Size(root.getWidth(), root.getHeight()),
        nodeBoxes,
        groupBoxes,
        edges.stream().map(LayeredLayout::route).toList());
  }

  private static Box box(ElkNode node) {
    Route.Point origin = origin(node.getParent());
    return new Box(
        origin.x() + node.getX(), origin.y() + node.getY(), node.getWidth(), node.getHeight());
  }

  /** Returns the top left corner of {@code node} in the picture. */
  private static Route.Point origin(ElkNode node) {
    double x = 0;
    double y = 0;
    for (ElkNode each = node; each != null; each = each.getParent()) {
      x += each.getX();
      y += each.getY();
    }
    return new Route.Point(x, y);
  }

  private static Route route(ElkEdge edge) {
    Route.Point origin = origin(edge.getContainingNode());
    List<Route.Point> points = new ArrayList<>();
    for (ElkEdgeSection section : edge.getSections()) {
      points.add(moved(section.getStartX(), section.getStartY(), origin));
      for (ElkBendPoint bend : section.getBendPoints()) {
        points.add(moved(bend.getX(), bend.getY(), origin));
      }
      points.add(moved(section.getEndX(), section.getEndY(), origin));
    }
    ElkLabel label = edge.getLabels().getFirst();
    return new Route(
        points,
        new Box(
            origin.x() + label.getX(),
            origin.y() + label.getY(),
            label.getWidth(),
            label.getHeight()));
  }

  private static Route.Point moved(double x, double y, Route.Point origin) {
    return new Route.Point(origin.x() + x, origin.y() + y);
  }
}
