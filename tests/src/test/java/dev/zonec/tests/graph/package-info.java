@NullMarked
package dev.zonec.tests.graph;

import org.jspecify.annotations.NullMarked;
