/**
 * The use cases of zonec, one package each. A use case turns a request into an outcome.
 *
 * <p>A use case reads its inputs, calls the compiler, the verifier and the importer, and returns
 * its outcome as a sealed value. It prints nothing and knows no command line and no exit code, so
 * that commands, editors and tests call the same code.
 */
@NullMarked
package dev.zonec.application;

import org.jspecify.annotations.NullMarked;
