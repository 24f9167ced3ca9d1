package ganengine.gan.evaluate;

import java.util.List;

/**
 * What an evaluator found. All but the seconds in it is a function of generator, data and seed on
 * one device.
 *
 * @param dataset the name of the real data
 * @param seed of samples, of the choice of real data and of random directions
 * @param measures the table
 * @param notes how to read it
 */
public record Evaluation(String dataset, long seed, List<Measured> measures, List<String> notes) {}
