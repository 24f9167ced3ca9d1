/** Starts Java again with the flags the engine needs, and stands in for that process. */
package ganengine.gan.launch;
