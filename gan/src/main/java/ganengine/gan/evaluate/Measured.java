package ganengine.gan.evaluate;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One line of an evaluation.
 *
 * @param name what was measured, in which feature space
 * @param value of the generated samples; null where there is none
 * @param deviation of the value over blocks or splits; null where there is one value only
 * @param real the same measure of real data against other real data; null where it has none
 * @param samples generated samples it was measured on, and as many real ones
 * @param seconds it took, with all that was measured together; null but for the first of these
 * @param note what to know when reading it; null if nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Measured(
    String name,
    Double value,
    Double deviation,
    Double real,
    int samples,
    Double seconds,
    String note) {}
