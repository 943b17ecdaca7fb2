package dev.zonec.kubernetes.live;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import org.jspecify.annotations.Nullable;

/** Explains why a server is not trusted. */
final class TlsFailure {
  private static final String OPENING = "no trusted connection: ";

  private TlsFailure() {}

  /** Returns the answer for a connection that failed in TLS. */
  static ApiAnswer.NoAnswer of(Throwable thrown) {
    String message = String.valueOf(thrown.getMessage());
    for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof CertificateExpiredException
          || cause instanceof CertificateNotYetValidException) {
        return new ApiAnswer.NoAnswer(OPENING + "its certificate is not valid today");
      }
      if (cause instanceof CertPathBuilderException
          || cause instanceof CertPathValidatorException) {
        return new ApiAnswer.NoAnswer(
            OPENING + "its certificate was signed by another authority than the kubeconfig's",
            "`certificate-authority` of the kubeconfig must name the certificate authority that"
                + " signed the server's certificate");
      }
      if (message.contains("No subject alternative") || message.contains("No name matching")) {
        return new ApiAnswer.NoAnswer(
            OPENING + "its certificate is for other names",
            "use a name that the certificate has, or give one with `tls-server-name`");
      }
    }
    return new ApiAnswer.NoAnswer(OPENING + message);
  }
}
