/**
 * JMH benchmarks of the kernels and of whole training steps: {@code java -jar
 * bench/target/benchmarks.jar [REGEX] [-p device=cpu]}. The whole set takes a few minutes.
 *
 * <p>Each class names its sizes after the layers they come from and states a rate ({@code gflops},
 * {@code gbytes}: billions a second) beside operations a second. The {@code reference} device, made
 * to be right and not fast, is given a smaller batch: compare its rates, not its operations a
 * second.
 */
package ganengine.bench;
