package ganengine.gan.config;

/**
 * Every setting of a training run, resolved; written to the run folder as {@code config.yaml} and
 * into every checkpoint. A run is a function of this record. Defaults stand in {@code Settings},
 * nowhere else.
 *
 * @param model {@code dcgan} or {@code mlp}
 * @param dataset {@code digits} (the 10,000 in the jar), {@code mnist} or {@code fashion-mnist}
 * @param data folder of the data set's files; null for {@code digits}
 * @param imageSize side to which images are scaled; 28 or 16 * 2^k
 * @param channels width: filters of the layer next to the image (doubling inwards)
 * @param latent length of z
 * @param latentDistribution {@code normal} (0, 1) or {@code uniform} [-1, 1]
 * @param epochs passes over the data; null if not the limit
 * @param steps training steps; null if not the limit
 * @param minutes minutes of training; null if not the limit
 * @param batch images in a mini-batch
 * @param rateG learning rate of the generator
 * @param rateD learning rate of the discriminator
 * @param beta1 Adam's decay of the first moment
 * @param beta2 Adam's decay of the second moment
 * @param labelReal what D is taught to say of real images; below 1 is label smoothing
 * @param averageDecay decay of the generator's moving average that samples are drawn from; 0 for
 *     none
 * @param seed the run's seed
 * @param device {@code auto}, {@code cuda}, {@code cpu}, {@code reference}
 * @param threads CPU threads; 0 for all
 * @param precision how finely the device multiplies: {@code auto}, {@code fp32}, {@code tf32},
 *     {@code bf16}
 * @param deterministic whether the device may only use algorithms that always give the same bits
 * @param sampleEvery steps between sample grids
 * @param checkpointEvery steps between checkpoints
 * @param logEvery steps between lines in {@code metrics.jsonl}
 */
public record TrainConfig(
    String model,
    String dataset,
    String data,
    int imageSize,
    int channels,
    int latent,
    String latentDistribution,
    Double epochs,
    Long steps,
    Double minutes,
    int batch,
    double rateG,
    double rateD,
    double beta1,
    double beta2,
    double labelReal,
    double averageDecay,
    long seed,
    String device,
    int threads,
    String precision,
    boolean deterministic,
    int sampleEvery,
    int checkpointEvery,
    int logEvery) {}
