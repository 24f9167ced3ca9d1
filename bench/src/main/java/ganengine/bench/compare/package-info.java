/**
 * The comparison with libtorch on one machine: contestants, each a process of its own, take turns
 * at training steps of the same networks; rounds that other programs disturbed are played again;
 * figures go into a table beside what the machine can do at most.
 */
package ganengine.bench.compare;
