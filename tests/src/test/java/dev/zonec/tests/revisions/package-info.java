/** Tests of comparisons of revisions of a repository. */
@NullMarked
package dev.zonec.tests.revisions;

import org.jspecify.annotations.NullMarked;
