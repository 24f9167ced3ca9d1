/**
 * The judge of all other devices: double, one thread, loops as in the textbook, never optimised.
 * Also the ground of gradient checks.
 */
package ganengine.kernels.reference;
