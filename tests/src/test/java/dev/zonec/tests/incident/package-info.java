/**
 * Tests of changes that answer an incident with the tools that they are written for.
 *
 * <p>Entry type: {@link dev.zonec.tests.incident.EdgeToolsTest}.
 */
@NullMarked
package dev.zonec.tests.incident;

import org.jspecify.annotations.NullMarked;
