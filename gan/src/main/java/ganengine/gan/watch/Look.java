package ganengine.gan.watch;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What the watch saw at one look, and what it says since: the field {@code watch} of a line of
 * {@code metrics.jsonl}.
 *
 * @param distance as {@link Spread#distance}
 * @param identical as {@link Spread#identical}
 * @param modes modes of the data among the samples, over those among as many real samples; null
 *     where nothing counts modes
 * @param verdicts what holds after this look, most serious first; empty while the run warms up
 */
public record Look(
    double distance,
    double identical,
    @JsonInclude(JsonInclude.Include.NON_NULL) Double modes,
    List<Verdict> verdicts) {}
