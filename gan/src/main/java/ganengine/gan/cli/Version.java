package ganengine.gan.cli;

import picocli.CommandLine.IVersionProvider;

/** The version in the jar's manifest. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"gan-engine " + number()};
  }

  private static String number() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "(unpacked classes)" : version;
  }
}
