package ganengine.gan.config;

import ganengine.gan.data.Colour;
import ganengine.gan.data.DataSets;
import ganengine.gan.data.ImageRecipe;
import ganengine.gan.data.pixels.Crop;

/**
 * Every setting of a training run, resolved; written to the run folder as {@code config.yaml} and
 * into every checkpoint. A run is a function of this record. Defaults stand in {@code Settings},
 * nowhere else.
 *
 * @param model networks: {@code dcgan}, {@code mlp}, {@code cnn}, {@code tiny}, {@code points},
 *     {@code resnet}
 * @param dataset one of {@link ganengine.gan.data.DataSets#names}
 * @param data folder of the data set's files; null where it needs none
 * @param crop the part of each image that is scaled: {@code square}, {@code whole} or {@code
 *     WIDTHxHEIGHT}; null for the data set's own recipe
 * @param colour {@code auto} (as the images are), {@code grey} or {@code rgb}; null for the data
 *     set's own recipe
 * @param imageSize side to which images are scaled
 * @param pixels numbers the bytes 0 to 255 become: {@code symmetric} [-1, 1], {@code unit} [0, 1],
 *     {@code half} [-0.5, 0.5], {@code centred} (each channel's mean at 0, none beyond [-1, 1])
 * @param flip whether half of the real images, by chance, are shown mirrored
 * @param channels width: filters of the layer next to the image (doubling inwards)
 * @param kernel rows and columns of DCGAN's filters
 * @param startSize side of the generator's first image; 0 to find it from {@code imageSize}
 * @param latent length of z
 * @param latentDistribution {@code normal} (0, 1) or {@code uniform} [-1, 1]
 * @param conditional how labels join the networks' inputs: {@code none}, {@code onehot}, {@code
 *     embedding}
 * @param normD the discriminator's normalisation: {@code batch}, {@code layer}, {@code none}
 * @param spectralNorm whether the discriminator's weights are divided by their largest singular
 *     value
 * @param pack images the discriminator judges together (PacGAN); 1 for one by one
 * @param loss {@code bce}, {@code minimax}, {@code wasserstein}, {@code lsgan}, {@code hinge},
 *     {@code relativistic}
 * @param labelReal what D is taught to say of real images; below 1 is label smoothing
 * @param labelFake what D is taught to say of generated images
 * @param penalty on D's gradient: {@code none}, {@code gp}, {@code r1}, {@code r2}, {@code r1r2}
 * @param penaltyWeight WGAN-GP's lambda, or gamma of R1 and R2
 * @param clip D's weights are kept within [-clip, clip]; 0 for no clipping
 * @param epochs passes over the data; null if not the limit
 * @param steps training steps; null if not the limit
 * @param minutes minutes of training; null if not the limit
 * @param batch what D judges at a time: images, or packs of them
 * @param optimiser {@code adam} or {@code rmsprop}
 * @param rateG learning rate of the generator
 * @param rateD learning rate of the discriminator
 * @param beta1 Adam's decay of the first moment
 * @param beta2 Adam's decay of the second moment
 * @param stepsD updates of D in a step, each on a batch of its own
 * @param stepsG updates of G in a step
 * @param freshLatents whether each update of G draws z of its own; else all take D's last z
 * @param criticWarmUp WGAN's schedule: 100 updates of D in each of the first 25 steps and in every
 *     500th
 * @param schedule {@code per-batch}: D, then G, on each batch; {@code per-epoch}: D alone for an
 *     epoch, then G alone for as many steps
 * @param averageDecay decay of the generator's moving average that samples are drawn from; 0 for
 *     none
 * @param burnIn real images, the run's first, over which settings move from their start to their
 *     value by half a cosine wave; 0 for none
 * @param rateGStart {@code rateG} at the beginning; null for the same
 * @param rateDStart {@code rateD} at the beginning; null for the same
 * @param beta2Start {@code beta2} at the beginning; null for the same
 * @param penaltyWeightStart {@code penaltyWeight} at the beginning; null for the same
 * @param averageDecayStart {@code averageDecay} at the beginning, from where its half-life moves;
 *     null for the same
 * @param seed the run's seed
 * @param device {@code auto}, {@code cuda}, {@code cpu}, {@code reference}
 * @param threads CPU threads; 0 for all
 * @param precision how finely the device multiplies: {@code auto}, {@code fp32}, {@code tf32},
 *     {@code bf16}
 * @param deterministic whether the device may only use algorithms that always give the same bits
 * @param sampleEvery steps between sample grids
 * @param checkpointEvery steps between checkpoints
 * @param logEvery steps between lines in {@code metrics.jsonl}
 * @param evaluateEvery steps between measures of the generator; 0 for none
 */
public record TrainConfig(
    String model,
    String dataset,
    String data,
    String crop,
    String colour,
    int imageSize,
    String pixels,
    boolean flip,
    int channels,
    int kernel,
    int startSize,
    int latent,
    String latentDistribution,
    String conditional,
    String normD,
    boolean spectralNorm,
    int pack,
    String loss,
    double labelReal,
    double labelFake,
    String penalty,
    double penaltyWeight,
    double clip,
    Double epochs,
    Long steps,
    Double minutes,
    int batch,
    String optimiser,
    double rateG,
    double rateD,
    double beta1,
    double beta2,
    int stepsD,
    int stepsG,
    boolean freshLatents,
    boolean criticWarmUp,
    String schedule,
    double averageDecay,
    int burnIn,
    Double rateGStart,
    Double rateDStart,
    Double beta2Start,
    Double penaltyWeightStart,
    Double averageDecayStart,
    long seed,
    String device,
    int threads,
    String precision,
    boolean deterministic,
    int sampleEvery,
    int checkpointEvery,
    int logEvery,
    int evaluateEvery) {

  /** What is made of each image of the data set. */
  public ImageRecipe recipe() {
    ImageRecipe recipe = DataSets.recipe(dataset).withSide(imageSize);
    if (crop != null) {
      recipe = recipe.withCrop(Crop.parse(crop));
    }
    return colour == null ? recipe : recipe.withChannels(Colour.parse(colour).channels());
  }
}
