package dev.zonec.cli;

import dev.zonec.application.certificate.CheckCertificate;
import dev.zonec.application.config.Settings;
import dev.zonec.application.verify.VerifyRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code zonec check-certificate}. */
@Command(
    name = "check-certificate",
    mixinStandardHelpOptions = true,
    description = {
      "Confirms a certificate that `verify --certificate` wrote, without the search and without"
          + " Z3.",
      "The obligations are computed again from the program and the manifests, and must be equal. A"
          + " second solver and an independent checker then confirm each claim. Give the same"
          + " program, manifests and options as for `verify`."
    })
final class CheckCertificateCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "DIR", description = "the folder of the certificate")
  private Path folder = Path.of("");

  @Parameters(
      index = "1..*",
      paramLabel = "ZONES",
      arity = "0..*",
      description =
          ".zone files, or folders with .zone files (default: those of the configuration file)")
  private List<String> zones = List.of();

  @Mixin private ConfigOptions config = new ConfigOptions();
  @Mixin private ProgramOptions program = new ProgramOptions();
  @Mixin private ManifestOptions manifests = new ManifestOptions();

  @ArgGroup(exclusive = true)
  private VerifyCommand.Mode mode = new VerifyCommand.Mode();

  @Mixin private TimeLimit limit = new TimeLimit();
  @Mixin private ExpiryOptions expiry = new ExpiryOptions();
  @Mixin private AssumeOptions assume = new AssumeOptions();
  @Mixin private FormatOption format = new FormatOption();
  @Mixin private ConsoleOptions options = new ConsoleOptions();

  @Override
  public Integer call() {
    Console console = options.console();
    Settings settings = config.settings(console, options, limit);
    program.require(settings, zones);
    VerifyRequest request =
        new VerifyRequest(
            program.request(settings, zones, expiry.day(), expiry.expired()),
            manifests.deployed(settings, console.readingProgress()),
            mode.policies(),
            assume.may(settings));
    CheckCertificate check = new CheckCertificate(request, folder);
    return new CheckCertificateReport(console, format)
        .of(limit.result(console, () -> check.outcome(limit.deadline())))
        .number();
  }
}
