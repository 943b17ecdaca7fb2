package dev.zonec.response.quarantine;

import dev.zonec.model.label.Selector;
import dev.zonec.response.change.Change;
import java.util.List;
import java.util.SortedMap;

/**
 * A change that may isolate the pods.
 *
 * @param change the change
 * @param pods for each namespace, selectors of which the labels of each isolated pod meet one after
 *     the change
 */
record Candidate(Change change, SortedMap<String, List<Selector>> pods) {}
