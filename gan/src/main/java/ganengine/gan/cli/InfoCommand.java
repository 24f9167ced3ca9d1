package ganengine.gan.cli;

import ganengine.gan.UserError;
import ganengine.gan.data.CacheFolder;
import ganengine.gan.data.Colour;
import ganengine.gan.data.DataSet;
import ganengine.gan.data.DataSets;
import ganengine.gan.data.Decoding;
import ganengine.gan.data.ImageRecipe;
import ganengine.gan.data.download.PublishedChecksums;
import ganengine.gan.data.pixels.Crop;
import ganengine.gan.image.PngFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gan-engine dataset info}: what is in a data set. */
@Command(
    name = "info",
    header = "Show what is in a data set.",
    sortOptions = false,
    description = {
      "",
      "Reads a data set as train does and says how many images it holds, of which sizes and classes,",
      "and whether its files are those that its makers published. Draws some of them. Encoded images",
      "are decoded once, into the cache that train reads from then on."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  gan-engine dataset info digits",
      "  gan-engine dataset info celeba --data ~/celeba --crop 112x152 --image-size 112 --out c.png",
      "  gan-engine dataset info folder --data ~/pictures --colour grey --out pictures.png",
      GanEngine.STANDS_FOR
    })
final class InfoCommand implements Runnable {
  /** Of random data sets: stacks, points. */
  private static final long SEED = 1;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "NAME", description = "A data set: see train --help.")
  private String name;

  @Option(names = "--data", paramLabel = "DIR", description = "Where its files are.")
  private String data;

  @Option(
      names = "--image-size",
      paramLabel = "PIXELS",
      description = "Side to which images are scaled. Default: the data set's own")
  private Integer side;

  @Option(
      names = "--crop",
      paramLabel = "PART",
      description = {
        "Which part of each image is used, round its centre: square, whole, or WIDTHxHEIGHT in",
        "pixels of the original images. Default: the data set's own"
      })
  private String crop;

  @Option(
      names = "--colour",
      paramLabel = "NAME",
      description = "auto (as the images are), grey or rgb. Default: the data set's own")
  private String colour;

  @Option(
      names = "--out",
      paramLabel = "PNG",
      description = "Draw 64 of its images here, or 2048 of its points.")
  private Path out;

  @Override
  public void run() {
    if (out != null) {
      SampleTarget.requireFolderOf(out, "--out");
    }
    PrintWriter screen = spec.commandLine().getOut();
    DecodingPrinter printer = new DecodingPrinter(screen, Terminal.attached(), System::nanoTime);
    DataSet set =
        DataSets.open(name, data, SEED, recipe(), new Decoding(CacheFolder.ofUser(), 0, printer));
    DataSetReport.lines(set).forEach(screen::println);
    List<String> checksums =
        data == null
            ? List.of("none: it needs no files")
            : PublishedChecksums.compare(DataSets.filesOf(name), Path.of(data));
    checksums.forEach(line -> screen.println(Report.line("checksums", line)));
    if (out != null) {
      PngFile.write(DataSetPicture.of(set), out);
      screen.println(Report.line("images", out.toString()));
    }
    screen.flush();
  }

  private ImageRecipe recipe() {
    ImageRecipe recipe = DataSets.recipe(name);
    if (side != null) {
      recipe = recipe.withSide(requireSide(side));
    }
    if (crop != null) {
      recipe = recipe.withCrop(requireCrop(crop));
    }
    return colour == null ? recipe : recipe.withChannels(requireChannels(colour));
  }

  private static int requireSide(int side) {
    if (side < 1 || side > 1024) {
      throw new UserError("--image-size: expected 1 to 1024, found " + side);
    }
    return side;
  }

  private static Crop requireCrop(String text) {
    try {
      return Crop.parse(text);
    } catch (IllegalArgumentException e) {
      throw new UserError("--crop: expected %s, found '%s'".formatted(Crop.EXPECTED, text), e);
    }
  }

  private static int requireChannels(String colour) {
    try {
      return Colour.parse(colour).channels();
    } catch (IllegalArgumentException e) {
      throw new UserError("--colour: expected auto, grey or rgb, found '%s'".formatted(colour), e);
    }
  }
}
