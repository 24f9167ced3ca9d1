/** JMH benchmarks of kernels and training steps. */
package ganengine.bench;
