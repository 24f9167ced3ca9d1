/**
 * The training steps that are compared with other libraries: four pairs of networks, each defined
 * the same way in the peers' scripts, and one step of each in the same arithmetic.
 */
package ganengine.bench.peer;
